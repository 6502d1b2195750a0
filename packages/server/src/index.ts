export { type AppDeps, type CreatedApp, createApp } from './http/app.js';
export { type Olympus, type OlympusOptions, openOlympus, version } from './server.js';
export { type Environment, readSettings, type Settings } from './settings.js';
