import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type AssignmentConfig, createAssigner } from './assign.js';

/** The file that the client's tests read too. */
const vectors = JSON.parse(
  readFileSync(
    new URL('../../../sdk/src/assignment/assignment-vectors.json', import.meta.url),
    'utf8',
  ),
);

test('the server assigns as another implementation does', () => {
  const assigner = createAssigner(vectors.config as AssignmentConfig);
  expect(vectors.assignments.length).toBeGreaterThan(50);
  for (const { experiment, unit, attributes, arm, reason } of vectors.assignments) {
    expect([experiment, unit, assigner.assign(experiment, unit, attributes)]).toEqual([
      experiment,
      unit,
      { arm, reason },
    ]);
  }
});
