import { contract } from '@olympus/contract';
import { kpiOperations } from './operations/kpis.contract.js';

export default contract({
  room: 'kpis',
  about: 'Metrics that matter, with targets: pace, where they will land, what they came to',
  permissions: {
    'kpis:write': { about: 'define KPIs and their targets', heldBy: ['owner', 'analyst'] },
  },
  operations: [...kpiOperations],
});
