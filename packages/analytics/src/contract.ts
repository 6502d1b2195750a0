import { contract } from '@olympus/contract';
import { cohortOperations } from './cohorts/cohorts.contract.js';
import { listOperations } from './customers/list.contract.js';
import { profileOperations } from './customers/profile.contract.js';
import { segmentOperations } from './customers/segments.contract.js';
import { correlationOperations } from './funnels/correlations.contract.js';
import { funnelOperations } from './funnels/funnels.contract.js';
import { funnelPeopleOperations } from './funnels/people.contract.js';
import { holidayOperations } from './holidays/holidays.contract.js';
import { anomalyOperations } from './operations/anomalies.contract.js';
import { askOperations } from './operations/ask.contract.js';
import { drillOperations } from './operations/drill.contract.js';
import { explainOperations } from './operations/explain.contract.js';
import { insightOperations } from './operations/insights.contract.js';
import { metricOperations } from './operations/metrics.contract.js';
import { queryOperations } from './operations/query.contract.js';
import { trendsOperations } from './operations/trends.contract.js';
import { pathOperations } from './paths/paths.contract.js';
import { watchingOperations } from './people/watching.contract.js';

const everyone = ['owner', 'analyst', 'viewer'] as const;

export default contract({
  room: 'analytics',
  about: 'What is asked of the semantic model: queries, dashboards, questions in plain words',
  permissions: {
    'analytics:read': { about: 'ask what happened', heldBy: everyone },
    'model:read': { about: 'see what can be asked', heldBy: everyone },
    'metrics:read': { about: 'see declared metrics', heldBy: everyone },
    'metrics:write': { about: 'declare metrics and words for them', heldBy: ['owner', 'analyst'] },
    'detectors:write': {
      about: 'save detectors of anomalies and say what was expected',
      heldBy: ['owner', 'analyst'],
    },
    'people:read_personal': {
      about: 'see what is personal of customers, which the audit trail keeps',
      heldBy: ['owner'],
    },
    'cohorts:write': { about: 'save cohorts of customers', heldBy: ['owner', 'analyst'] },
    'sql:read': { about: 'see the SQL behind an answer', heldBy: ['owner', 'analyst'] },
  },
  operations: [
    ...queryOperations,
    ...explainOperations,
    ...anomalyOperations,
    ...holidayOperations,
    ...insightOperations,
    ...metricOperations,
    ...askOperations,
    ...listOperations,
    ...segmentOperations,
    ...profileOperations,
    ...watchingOperations,
    ...cohortOperations,
    ...funnelOperations,
    ...funnelPeopleOperations,
    ...correlationOperations,
    ...pathOperations,
    ...trendsOperations,
    ...drillOperations,
  ],
});
