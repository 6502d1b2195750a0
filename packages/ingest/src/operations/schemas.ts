import type { Handlers } from '@olympus/contract';
import type { Ingest } from '../ingest.js';
import type { EventSchema } from '../schemas/registry.js';
import type { schemaOperations } from './schemas.contract.js';

const describeSchema = ({ type, version, json, declared }: EventSchema) => ({
  type,
  version,
  schema: json,
  declared,
});

export function schemaHandlers({
  schemas,
}: Pick<Ingest, 'schemas'>): Handlers<typeof schemaOperations> {
  return {
    'schemas.list': async ({ tenant }) => ({
      schemas: (await schemas.list(tenant)).map(describeSchema),
    }),
    'schemas.declare': async ({ tenant, input, note }) => {
      const schema = await schemas.extend(tenant, input.type, input.schema);
      note({ target: input.type, detail: { version: schema.version } });
      return describeSchema(schema);
    },
    'schemas.remove': async ({ tenant, input, note }) => {
      await schemas.remove(tenant, input.type);
      note({ target: input.type });
      return undefined;
    },
  };
}
