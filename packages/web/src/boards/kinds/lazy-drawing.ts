import { lazy } from 'react';

/** One of `drawings.ts`, fetched when it is first drawn. */
export const lazyDrawing = (name: keyof typeof import('./drawings.js')) =>
  lazy(async () => ({ default: (await import('./drawings.js'))[name] }));
