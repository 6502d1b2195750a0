/** What a column of a shop's export can stand for. */
export const roles = [
  'order_id',
  'ordered_at',
  'clock',
  'zone',
  'status',
  'payment_status',
  'event_kind',
  'cancelled_at',
  'currency',
  'customer_id',
  'email',
  'customer_name',
  'phone',
  'country',
  'city',
  'product_id',
  'product_name',
  'category',
  'brand',
  'quantity',
  'unit_price',
  'line_total',
  'line_discount',
  'line_tax',
  'line_shipping',
  'unit_cost',
  'order_subtotal',
  'order_total',
  'order_discount',
  'shipping',
  'order_tax',
  'refund_id',
  'refund_amount',
  'refunded_at',
  'reason',
  'payment_id',
  'amount',
  'fee',
  'method',
  'on_hand',
  'reorder_point',
  'location',
  'channel',
  'promotion',
] as const;

export type Role = (typeof roles)[number];

/** What a file is. */
export type FileKind =
  | 'orders_by_line'
  | 'orders_by_order'
  | 'customers'
  | 'products'
  | 'refunds'
  | 'stock'
  | 'payments';
