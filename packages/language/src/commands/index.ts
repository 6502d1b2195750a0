export { readCommand } from './read-command.js';
