import { Problem } from '@olympus/core';
import type { Dimension } from '../model/declarations.js';
import type { Model } from '../model/model.js';
import { suggest } from '../model/near-names.js';

/** What is wrong with a query, where, and what to do. */
export function invalid(code: string, message: string, at: string, remedy: string): Problem {
  return new Problem({ code, kind: 'invalid', message, at, remedy });
}

/** @throws Problem `unknown_dimension` with near names */
export function findDimension(model: Model, name: string, at: string): Dimension {
  const dimension = model.dimensions.get(name);
  if (dimension !== undefined) return dimension;
  throw invalid(
    'unknown_dimension',
    `There is no dimension "${name}"`,
    at,
    suggest(name, model.dimensions.keys(), 'dimension'),
  );
}
