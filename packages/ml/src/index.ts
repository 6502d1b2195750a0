export { features } from './features/features.js';
export { historyAt } from './features/history.js';
export { churnRisks, type ChurnModel } from './models/churn-model.js';
export { train, type Trained } from './training/train.js';
export type { MlService } from './service.js';
