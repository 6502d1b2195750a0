/** A shop's orders, from which exports of many systems are written whose sums are known. */
export interface ExamOrder {
  readonly number: number;
  /** Local time of the shop. */
  readonly at: string;
  readonly email: string;
  readonly lines: readonly ExamLine[];
  readonly discount: number;
  readonly shipping: number;
  readonly state: 'paid' | 'cancelled' | 'refunded' | 'partly_refunded';
  /** Goods given back, of a part. */
  readonly refund: number;
}

export interface ExamLine {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly price: number;
}

const lamp = { sku: 'LA-10', name: 'Lampe Grün', price: 12.5 };
const rug = { sku: 'TE-20', name: 'Tapis, bleu', price: 40 };
const cup = { sku: 'KU-30', name: 'Kubek żółty', price: 8 };
const table = { sku: 'TI-40', name: 'Table "Oak"', price: 1234 };
const card = { sku: 'KA-50', name: 'Card', price: 9.95 };

const order = (
  number: number,
  at: string,
  lines: readonly ExamLine[],
  more: Partial<ExamOrder> = {},
): ExamOrder => ({
  number: 1000 + number,
  at,
  email: `kunde${number % 5}@example.org`,
  lines,
  discount: 0,
  shipping: 4.9,
  state: 'paid',
  refund: 0,
  ...more,
});

export const examOrders: readonly ExamOrder[] = [
  order(1, '2026-03-02 09:15:00', [
    { ...lamp, quantity: 2 },
    { ...rug, quantity: 1 },
  ]),
  order(2, '2026-03-05 18:40:10', [{ ...cup, quantity: 3 }], { discount: 2.4 }),
  order(
    3,
    '2026-03-13 12:00:00',
    [
      { ...lamp, quantity: 1 },
      { ...cup, quantity: 1 },
      { ...table, quantity: 1 },
    ],
    { shipping: 0 },
  ),
  order(4, '2026-03-14 08:05:00', [{ ...rug, quantity: 1 }], { state: 'cancelled' }),
  order(5, '2026-03-17 21:30:00', [{ ...rug, quantity: 2 }], { state: 'refunded' }),
  order(
    6,
    '2026-03-20 10:10:00',
    [
      { ...cup, quantity: 2 },
      { ...lamp, quantity: 1 },
    ],
    { state: 'partly_refunded', refund: 8 },
  ),
  order(
    7,
    '2026-03-28 16:45:30',
    [
      { ...table, quantity: 1 },
      { ...lamp, quantity: 4 },
    ],
    { discount: 5 },
  ),
  order(8, '2026-03-31 22:30:00', [{ ...card, quantity: 1 }]),
];

export const cents = (amount: number): number => Math.round(amount * 100) / 100;

/** What goods come to before anything is taken off. */
export const goodsOf = ({ lines }: Pick<ExamOrder, 'lines'>): number =>
  cents(lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0));

/** What an order is worth in the end: goods after discounts, less what was given back. */
export function worthOf(one: ExamOrder): number {
  if (one.state === 'cancelled' || one.state === 'refunded') return 0;
  return cents(goodsOf(one) - one.discount - one.refund);
}
