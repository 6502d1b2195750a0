/** A line of one order, as the ledger `sales` takes it; amounts as plain numbers. */
export function saleLine(
  at: string,
  order: string,
  net: number,
  more: Readonly<Record<string, string | number | null>> = {},
) {
  return {
    occurred_at: at,
    entry: 'sale',
    order_id: order,
    orders: 1,
    customer_key: `c-${order}`,
    product_id: 'p1',
    channel: 'web',
    quantity: 1,
    gross: net,
    net,
    ...more,
  };
}
