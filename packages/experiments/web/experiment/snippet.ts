import type { Experiment } from '@olympus/sdk';

/** The code that assigns an experiment's units and tells of what they saw. */
export function snippetOf({ key, unit, arms }: Experiment, tenant: string, origin: string): string {
  const id = unit === 'visitor' ? 'visitorId' : 'customerId';
  const who = unit === 'visitor' ? '{ anonymous_id: visitorId }' : '{ customer_id: customerId }';
  const treatment = arms[1]?.key ?? 'treatment';
  return `import { createAssigner, createClient, exposureOf } from '@olympus/sdk';

const olympus = createClient({ baseUrl: '${origin}', apiKey: process.env.OLYMPUS_KEY });
// once, and again every few minutes
const assigner = createAssigner(await olympus.experiments.running({ tenant_id: '${tenant}' }));

const { arm } = assigner.assign('${key}', ${id}, { country, cohorts });
if (arm !== null) await olympus.events.send(exposureOf('${key}', arm, ${who}));
if (arm === '${treatment}') {
  // show the change
}`;
}
