import { toOpenApi } from '@olympus/contract';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, it } from 'vitest';
import { contracts } from '../contracts.generated.js';

it('the OpenAPI document passes a linter of the format, strictly', async () => {
  const config = await createConfig({
    extends: ['recommended-strict'],
    rules: {
      struct: 'error',
      // a link that is followed answers with a redirect only
      'operation-2xx-response': 'off',
      'no-invalid-media-type-examples': 'error',
      'operation-operationId-unique': 'error',
    },
  });
  const found = await lintFromString({
    source: JSON.stringify(toOpenApi(contracts, '1.0.0')),
    config,
  });
  expect(
    found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer]),
  ).toEqual([]);
}, 120_000);
