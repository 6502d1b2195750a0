import { serveThread } from '../serve.js';

export interface JsonSample {
  table(rows: number): { readonly rows: readonly (readonly (number | string | null)[])[] };
  nothing(): undefined;
}

serveThread<JsonSample>(
  () => ({
    handlers: {
      table: ([rows]) => ({ rows: Array.from({ length: rows }, (_, i) => [i, `row ${i}`, null]) }),
      nothing: () => undefined,
    },
  }),
  { answers: 'json' },
);
