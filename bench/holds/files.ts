/** Files of which no line is a row, or no row can be stored. */
export interface HostileFile {
  readonly name: string;
  readonly file: string;
  readonly content: string;
}

export const lines = 1_000_000;

const header = 'order,sku,pieces,at\n';

export const hostileFiles: readonly HostileFile[] = [
  {
    name: 'a file of a million lines with too few cells',
    file: 'broken.csv',
    content: header + '1,2\n'.repeat(lines),
  },
  {
    name: 'a file of a million quotes that are never closed',
    file: 'quotes.csv',
    content: header + '"a,1,2,3\n'.repeat(lines),
  },
  {
    name: 'a file of a million lines that are no JSON',
    file: 'broken.ndjson',
    content: `{"order":"0","sku":"A","pieces":"x","at":"2026-07-01"}\n${'{"a":\n'.repeat(lines - 1)}`,
  },
  {
    name: 'a file of a million rows whose values are refused',
    file: 'refused.csv',
    content: header + '1,A,many,2026-07-01\n'.repeat(lines),
  },
];

/** How the rows of all of them would be read. */
export const mapping = {
  source: 'holds',
  events: [
    {
      type: 'order.created',
      time: { column: 'at' },
      data: { order_id: { column: 'order' }, currency: { constant: 'EUR' } },
      items: {
        product_id: { column: 'sku' },
        quantity: { column: 'pieces', number: true },
        unit_price: { constant: 1 },
      },
    },
  ],
};
