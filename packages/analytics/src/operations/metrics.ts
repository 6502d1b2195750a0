import type { Handlers } from '@olympus/contract';
import type { Analytics } from '../analytics.js';
import type { metricOperations } from './metrics.contract.js';

export function metricHandlers({
  metrics,
}: Pick<Analytics, 'metrics'>): Handlers<typeof metricOperations> {
  return {
    'metrics.list': async ({ tenant }) => ({
      metrics: (await metrics.list(tenant)).map(({ name, definition }) => ({
        name,
        definition: definition as Readonly<Record<string, unknown>>,
      })),
    }),
    'metrics.declare': async ({ tenant, input, note }) => {
      const metric = await metrics.put(tenant, input.name, input.definition);
      note({ target: input.name });
      return metric;
    },
    'metrics.remove': async ({ tenant, input, note }) => {
      await metrics.remove(tenant, input.name);
      note({ target: input.name });
      return undefined;
    },
  };
}
