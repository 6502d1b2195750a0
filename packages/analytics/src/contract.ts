import { contract } from '@olympus/contract';
import { askOperations } from './operations/ask.contract.js';
import { drillOperations } from './operations/drill.contract.js';
import { metricOperations } from './operations/metrics.contract.js';
import { queryOperations } from './operations/query.contract.js';
import { trendsOperations } from './operations/trends.contract.js';

const everyone = ['owner', 'analyst', 'viewer'] as const;

export default contract({
  room: 'analytics',
  about: 'What is asked of the semantic model: queries, dashboards, questions in plain words',
  permissions: {
    'analytics:read': { about: 'ask what happened', heldBy: everyone },
    'model:read': { about: 'see what can be asked', heldBy: everyone },
    'metrics:read': { about: 'see declared metrics', heldBy: everyone },
    'metrics:write': { about: 'declare metrics and words for them', heldBy: ['owner', 'analyst'] },
    'sql:read': { about: 'see the SQL behind an answer', heldBy: ['owner', 'analyst'] },
  },
  operations: [
    ...queryOperations,
    ...metricOperations,
    ...askOperations,
    ...trendsOperations,
    ...drillOperations,
  ],
});
