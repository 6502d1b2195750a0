export { createDemo, type Demo, type DemoDeps } from './demo.js';
export type { DemoProgress } from './filling/fill.js';
export { type PresetId, presetIds } from './shops/preset-ids.js';
export { findPreset, presets } from './shops/presets.js';
export type { Category, Place, PlaceProfile, Product, Shop, ShopLocation } from './shops/shop.js';
export { type DemoEvent, isOfType, type TimedEvent } from './simulation/events.js';
export { type SimulatedDay, type SimulationOptions, simulateShop } from './simulation/simulate.js';
export type { Story, Truth } from './stories/plant.js';
export { type Simulation, type SimulationPlan, simulate } from './stories/simulate.js';
