import type { Assignments } from './assign.js';
import type { FileProfile } from './profile.js';
import type { FileKind, Role } from './roles.js';

/** What a file is, from the roles of its columns; undefined when they fit nothing. */
export function kindOf(assigned: Assignments, profile: FileProfile): FileKind | undefined {
  const has = (...wanted: readonly Role[]) => wanted.every((role) => assigned.has(role));
  const any = (...wanted: readonly Role[]) => wanted.some((role) => assigned.has(role));
  const product = any('product_id', 'product_name');
  if (
    any('refund_id', 'refunded_at') &&
    any('refund_amount', 'amount', 'order_total', 'line_total')
  ) {
    return 'refunds';
  }
  if (has('order_id') && product && any('quantity', 'unit_price', 'line_total'))
    return 'orders_by_line';
  if (product && has('on_hand') && !has('ordered_at', 'order_id')) {
    return any('unit_price', 'category', 'brand') && has('product_name') ? 'products' : 'stock';
  }
  if (has('payment_id') && any('amount', 'order_total') && any('fee', 'method', 'status'))
    return 'payments';
  if (has('order_id') && any('order_total', 'order_subtotal', 'amount')) return 'orders_by_order';
  if (has('payment_id') && any('amount', 'order_total')) return 'payments';
  if (product && !has('order_id') && any('unit_price', 'category', 'brand', 'unit_cost'))
    return 'products';
  if (any('email', 'customer_id') && !has('order_id') && profile.columns.length > 1)
    return 'customers';
  return undefined;
}
