export { features } from './features/features.js';
export { historyAt } from './features/history.js';
export { type ChurnModel, churnRisks } from './models/churn-model.js';
export type { MlService } from './service.js';
export { type Trained, train } from './training/train.js';
