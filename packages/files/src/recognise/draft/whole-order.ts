import type { ColumnField } from '../../mapping/mapping.js';
import { note } from '../../notes/notes.js';
import type { Assignments } from '../assign.js';
import type { FileProfile } from '../profile.js';
import type { Role } from '../roles.js';
import { type Draft, need, number, present } from './draft.js';
import { type Items, minusAround } from './items.js';

/** Orders whose goods are not told apart: one item for the whole order. */
export function wholeOrderItem(draft: Draft): Items {
  const { assigned, warnings, prices } = draft;
  warnings.push(note('products_unknown'));
  const subtotal = assigned.get('order_subtotal');
  const total = assigned.get('order_total') ?? assigned.get('amount');
  const tax = number(draft, 'order_tax');
  const shipping = number(draft, 'shipping');
  const fromTotal =
    total === undefined
      ? undefined
      : ({ column: total.column, number: true, ...minusAround(draft) } satisfies ColumnField);
  const price =
    subtotal !== undefined
      ? number(draft, 'order_subtotal')
      : (fromTotal ?? ({ column: need(draft, 'order_total') } satisfies ColumnField));
  if (subtotal === undefined && tax === undefined) {
    warnings.push(note('tax_unknown'));
  }
  if (prices.taxIncluded === true) {
    warnings.push(note('amounts_include_tax'));
  }
  const before = subtotal !== undefined && discountComesOff(draft);
  return {
    items: {
      product_id: { constant: '(unspecified)' },
      quantity: { constant: 1 },
      unit_price: price ?? { constant: 0 },
    },
    amounts: present({
      discount: before ? number(draft, 'order_discount', { absolute: true }) : undefined,
      shipping,
      tax,
    }),
  };
}

/** Whether the subtotal is before the discount, as the totals show. */
function discountComesOff(draft: Draft): boolean {
  const { assigned } = draft;
  if (!assigned.has('order_discount') || !assigned.has('order_total')) return false;
  const subtotal = assigned.get('order_subtotal');
  if (subtotal === undefined) return false;
  return discountEvidence(draft.profile, assigned) > 0;
}

function discountEvidence(profile: FileProfile, assigned: Assignments): number {
  const at = (role: Role) => assigned.get(role)?.column ?? '';
  const value = (row: Readonly<Record<string, string>>, role: Role) =>
    Number(
      (row[at(role)] ?? '0')
        .replace(/[^\d.,-]/g, '')
        .replace(/,(?=\d{2}$)/, '.')
        .replace(/,/g, ''),
    ) || 0;
  let score = 0;
  for (const row of profile.rows) {
    const discount = Math.abs(value(row, 'order_discount'));
    if (discount === 0) continue;
    const total = value(row, 'order_total');
    for (const tax of new Set([0, value(row, 'order_tax')])) {
      const rest = value(row, 'order_subtotal') + value(row, 'shipping') + tax;
      if (Math.abs(rest - discount - total) < 0.011) score += 1;
      else if (Math.abs(rest - total) < 0.011) score -= 1;
    }
  }
  return score;
}
