import { excessOf, type JsonLimits, Problem } from '@olympus/core';
import type { App } from './type-provider.js';

/** How much structure JSON from a caller may have, wherever in a request it stands. */
export const jsonLimits: JsonLimits = { maxDepth: 64, maxValues: 25_000 };

/** Reads JSON bodies, once it is known that reading and checking them takes some milliseconds at most. */
export function registerJsonBodies(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    (request, body, done) => {
      const excess = excessOf(body, jsonLimits);
      if (excess === undefined) parse(request, body, done);
      else done(tooComplex(excess, '/'));
    },
  );
}

/** @param at the place of the JSON in the request */
export function tooComplex(excess: 'depth' | 'values', at: string): Problem {
  const { maxDepth, maxValues } = jsonLimits;
  return new Problem({
    code: 'body_too_complex',
    kind: 'invalid',
    message:
      excess === 'depth'
        ? `The JSON nests deeper than ${maxDepth} levels`
        : `The JSON holds more than ${maxValues} values`,
    remedy: excess === 'depth' ? 'Send flatter JSON.' : 'Send it in several requests.',
    at,
  });
}
