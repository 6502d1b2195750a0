import type { Field, Mapping, Rule } from '../../mapping/mapping.js';
import { customerOf, type Draft, field, need, number, present, timeOf } from './draft.js';
import { withName } from './items.js';

/** The products that orders name. */
export function productCatalogue(
  draft: Draft,
): NonNullable<Mapping['catalogues']>[number] | undefined {
  const { assigned } = draft;
  const name = assigned.get('product_name')?.column;
  const time = assigned.get('ordered_at') === undefined ? undefined : timeOf(draft);
  if (name === undefined || time === undefined) return undefined;
  const product = withName(field(draft, 'product_id'), name);
  if (product === undefined) return undefined;
  const category = assigned.get('category')?.column;
  return {
    type: 'product.updated',
    key: product.column,
    ...(product.or === undefined ? {} : { or: product.or }),
    most_frequent: { name },
    data: {
      product_id: product,
      ...(category === undefined ? {} : { category: { column: category } }),
    },
    time,
  };
}

/** A file of customers. */
export function customerRules(draft: Draft): readonly Rule[] {
  const customer = customerOf(draft) ?? { column: need(draft, 'customer_id') };
  return [
    {
      type: 'customer.updated',
      time: timeOf(draft, 'ordered_at', true),
      subject: customer,
      data: present({
        customer_id: customer as Field,
        email: field(draft, 'email'),
        name: field(draft, 'customer_name'),
        phone: field(draft, 'phone'),
        country: field(draft, 'country'),
        city: field(draft, 'city'),
      }),
    },
  ];
}

/** A file of products. */
export function productRules(draft: Draft): readonly Rule[] {
  const name = draft.assigned.get('product_name')?.column;
  const product = withName(field(draft, 'product_id'), name) ?? {
    column: need(draft, 'product_id'),
  };
  return [
    {
      type: 'product.updated',
      when: { column: product.column, present: true },
      time: timeOf(draft, 'ordered_at', true),
      data: present({
        product_id: product as Field,
        name: field(draft, 'product_name') ?? { column: need(draft, 'product_name') },
        category: field(draft, 'category'),
        brand: field(draft, 'brand'),
        price: number(draft, 'unit_price'),
        unit_cost: number(draft, 'unit_cost'),
      }),
    },
  ];
}

/** A file of stock levels. */
export function stockRules(draft: Draft): readonly Rule[] {
  const name = draft.assigned.get('product_name')?.column;
  const product = withName(field(draft, 'product_id'), name) ?? {
    column: need(draft, 'product_id'),
  };
  return [
    {
      type: 'inventory.updated',
      time: timeOf(draft, 'ordered_at', true),
      data: present({
        product_id: product as Field,
        location_id: field(draft, 'location'),
        on_hand: number(draft, 'on_hand') ?? { column: need(draft, 'on_hand') },
        reorder_point: number(draft, 'reorder_point'),
        unit_cost: number(draft, 'unit_cost'),
      }),
    },
  ];
}
