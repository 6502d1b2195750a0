import type { Condition } from '../../mapping/condition.js';
import type { ColumnField, Field } from '../../mapping/mapping.js';
import { note } from '../../notes/notes.js';
import type { Role } from '../roles.js';
import { type Spread, spreadOf } from '../spread.js';
import { type Draft, field, need, number, present } from './draft.js';

/** What an order holds. */
export interface Items {
  readonly items: Readonly<Record<string, Field>>;
  /** Amounts of the whole order. */
  readonly amounts: Readonly<Record<string, Field>>;
}

/** What has to be taken off an amount of the whole order to come to its goods. */
export function minusAround({ assigned, prices }: Draft): { minus?: string[] } {
  const roles: readonly Role[] =
    prices.taxIncluded === true ? ['shipping'] : ['shipping', 'order_tax'];
  const minus = roles.flatMap((role) => assigned.get(role)?.column ?? []);
  return minus.length === 0 ? {} : { minus };
}

/** Which rows of an order are its items, where some are not. */
export function itemRows({ assigned, layout, profile }: Draft): Condition | undefined {
  if (layout?.itemRows !== undefined) {
    const { column, values } = layout.itemRows;
    return { column, one_of: [...values] };
  }
  const [key, ...names] = (['order_id', 'product_id', 'product_name'] as const).map(
    (role) => assigned.get(role)?.column,
  );
  const products = [...new Set(names.flatMap((name) => name ?? []))];
  if (key === undefined || products.length === 0) return undefined;
  const isItem = (row: Readonly<Record<string, string>>) =>
    products.some((name) => (row[name] ?? '').trim() !== '');
  const withItems = new Set(profile.rows.filter(isItem).map((row) => row[key] ?? ''));
  // a row of the whole order beside those of its items
  const others = profile.rows.filter((row) => !isItem(row) && withItems.has(row[key] ?? ''));
  if (others.length === 0) return undefined;
  const present = products.map((column) => ({ column, present: true }));
  return present.length === 1 ? present[0] : { any: present };
}

/** An item for each line of an order. */
export function lineItems(draft: Draft): Items {
  const { assigned, layout, prices, warnings } = draft;
  const product = field(draft, 'product_id');
  const name = assigned.get('product_name')?.column;
  const spread = (role: Role): Spread => spreadOf(draft.profile, assigned, role);
  const quantity = number(draft, 'quantity');
  if (quantity === undefined) warnings.push(note('quantity_assumed'));
  const absolute = layout?.negativeDiscounts === true ? { absolute: true } : {};
  const perLine = (role: Role) => layout === undefined && spread(role) === 'by_line';
  const shipping = number(draft, 'shipping', {
    ...(layout?.summed?.includes('shipping') === true || perLine('shipping') ? { sum: true } : {}),
  });
  const lineDiscount =
    number(draft, 'line_discount', { absolute: true, ...absolute }) ??
    (perLine('order_discount') ? number(draft, 'order_discount', { absolute: true }) : undefined);
  const lineTax =
    number(draft, 'line_tax') ?? (perLine('order_tax') ? number(draft, 'order_tax') : undefined);
  if (prices.taxIncluded === true) {
    warnings.push(note('prices_include_tax'));
  }
  return {
    items: present({
      product_id: withName(product, name) ?? { column: need(draft, 'product_id') },
      quantity: quantity ?? ({ constant: 1 } as Field),
      unit_price: unitPrice(draft),
      discount: lineDiscount,
      tax: lineTax,
      unit_cost: number(draft, 'unit_cost'),
    }),
    amounts: present({
      discount:
        lineDiscount === undefined || layout?.roles.line_discount === undefined
          ? perLine('order_discount')
            ? undefined
            : number(draft, 'order_discount', { absolute: true })
          : undefined,
      shipping,
      tax: perLine('order_tax') ? undefined : number(draft, 'order_tax'),
    }),
  };
}

/** A product without a number of its own goes by its name. */
export function withName(
  product: ColumnField | undefined,
  name: string | undefined,
): ColumnField | undefined {
  if (name === undefined) return product;
  if (product === undefined) return { column: name };
  const or = [...new Set([...(product.or ?? []), name])].filter((one) => one !== product.column);
  return or.length === 0 ? product : { ...product, or };
}

function unitPrice(draft: Draft): Field {
  const { assigned, layout, prices, warnings } = draft;
  const by = assigned.get('quantity')?.column;
  const ofLine = (role: Role): ColumnField | undefined =>
    number(draft, role, by === undefined ? {} : { divided_by: by });
  const unit = number(draft, 'unit_price');
  if (unit !== undefined && layout?.linePrices !== true) {
    if (layout !== undefined || prices.price !== 'line') return unit;
    warnings.push(note('price_is_of_line', { column: unit.column }));
    return ofLine('unit_price') ?? unit;
  }
  const line = ofLine('line_total');
  if (line !== undefined) return line;
  for (const role of ['amount', 'order_subtotal', 'order_total'] as const) {
    const other = ofLine(role);
    if (other === undefined) continue;
    warnings.push(note('price_assumed', { column: other.column }));
    return other;
  }
  return { column: need(draft, 'unit_price') };
}
