import { accepted, contract, oneOf, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import { presetIds } from './shops/preset-ids.js';

export default contract({
  room: 'demo',
  about: 'Simulated shops to look at before there is data of one’s own',
  permissions: {},
  operations: [
    operation({
      id: 'demo.fill',
      method: 'POST',
      path: '/api/system/demo',
      summary: 'Fill a tenant with a simulated shop',
      description:
        'Two years of it up to now, in a tenant that is made for it; one that is there already is ' +
        'brought up to now. Runs as a job, which the answer names: some seconds the first time.',
      permission: 'system:admin',
      input: record({
        preset: optional(
          oneOf(presetIds, { description: 'Which shop; the first when none is named' }),
        ),
      }),
      answer: accepted(
        record(
          { job: Type.Integer({ description: 'Id of the job' }), tenant: Type.String() },
          { title: 'DemoAccepted' },
        ),
      ),
      repeats: 'idempotent',
      cost: 'heavy',
      audit: 'system.demo_filled',
      since: '0.1.0',
      examples: [{ name: 'Something to look at', input: {}, answer: { tenant: 'demo' } }],
    }),
  ],
});
