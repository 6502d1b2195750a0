import type { Rule } from '../../mapping/mapping.js';
import { note } from '../../notes/notes.js';
import type { Assignments } from '../assign.js';
import type { Layout } from '../layouts.js';
import { checkPrices } from '../price-check.js';
import type { FileProfile } from '../profile.js';
import type { FileKind } from '../roles.js';
import { customerRules, productCatalogue, productRules, stockRules } from './catalogues.js';
import type { Draft, Drafted, RecogniseHints } from './draft.js';
import { lineItems } from './items.js';
import { orderRules } from './orders.js';
import { paymentRules } from './payments.js';
import { refundRules } from './refunds.js';
import { wholeOrderItem } from './whole-order.js';

/** A mapping for a file of a kind, made of the roles of its columns. */
export function draftMapping(
  kind: FileKind,
  assigned: Assignments,
  profile: FileProfile,
  { layout, hints }: { readonly layout: Layout | undefined; readonly hints: RecogniseHints },
): Drafted {
  const prices = checkPrices(profile, assigned);
  const draft: Draft = { profile, assigned, layout, hints, prices, warnings: [], missing: [] };
  const events = rulesOf(kind, draft);
  const keys = assigned.get('order_id')?.column;
  const carried = (
    ['status', 'payment_status', 'event_kind', 'cancelled_at', 'ordered_at'] as const
  )
    .flatMap((role) => assigned.get(role)?.column ?? [])
    .concat(layout?.carryDown === true ? (assigned.get('refund_amount')?.column ?? []) : []);
  const carries =
    kind === 'orders_by_line' &&
    keys !== undefined &&
    (layout?.carryDown === true || hasBlanks(draft, keys));
  const catalogue = kind === 'orders_by_line' ? productCatalogue(draft) : undefined;
  const { missing, warnings } = draft;
  if (missing.length > 0) return { mapping: undefined, missing, warnings };
  return {
    missing,
    warnings: [...warnings, ...(layout?.notes ?? []).map((code) => note(code))],
    mapping: {
      source: hints.source ?? layout?.system ?? 'file',
      time_zone: layout?.zone ?? hints.zone,
      ...(carries
        ? {
            carry_down: {
              key: keys,
              columns: [...new Set(carried)].filter((name) => name !== keys),
            },
          }
        : {}),
      ...(catalogue === undefined ? {} : { catalogues: [catalogue] }),
      events: [...events],
    },
  };
}

/** Whether order cells are left empty on continuation lines. */
function hasBlanks({ profile, assigned }: Draft, key: string): boolean {
  const empty = (name: string | undefined) => {
    const column = profile.columns.find((one) => one.name === name);
    return column !== undefined && column.filled > 0 && column.filled < column.rows;
  };
  return empty(key) || empty(assigned.get('ordered_at')?.column);
}

function rulesOf(kind: FileKind, draft: Draft): readonly Rule[] {
  switch (kind) {
    case 'orders_by_line':
      return orderRules(draft, lineItems(draft), true);
    case 'orders_by_order':
      return orderRules(draft, wholeOrderItem(draft), false);
    case 'refunds':
      return refundRules(draft);
    case 'payments':
      return paymentRules(draft);
    case 'customers':
      return customerRules(draft);
    case 'products':
      return productRules(draft);
    case 'stock':
      return stockRules(draft);
  }
}
