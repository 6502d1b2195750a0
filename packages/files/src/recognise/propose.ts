import type { Condition } from '../mapping/condition.js';
import type { ColumnField, Field, Mapping, Rule, Time } from '../mapping/mapping.js';
import type { Assignments } from './assign.js';
import type { Layout } from './layouts.js';
import { checkPrices, type PriceEvidence } from './price-check.js';
import type { FileProfile } from './profile.js';
import type { FileKind, Role } from './roles.js';
import { type Spread, spreadOf } from './spread.js';
import { cancelledWords, failedWords, refundedWords, refundKindWords } from './status-words.js';

/** What is known of the shop that a file is for. */
export interface RecogniseHints {
  /** The shop's currency, ISO 4217. */
  readonly currency: string;
  /** The shop's time zone. */
  readonly zone: string;
  /** The moment that stands for rows without a date. */
  readonly now: string;
  /** Who sent it, part of the events' ids; the system's name when left out. */
  readonly source?: string | undefined;
  readonly channel?: string | undefined;
}

export interface Drafted {
  /** Undefined while something is missing. */
  readonly mapping: Mapping | undefined;
  /** What has to be there and was not found. */
  readonly missing: readonly { readonly role: Role; readonly message: string }[];
  readonly warnings: readonly string[];
}

/** What the parts of a draft share. */
interface Draft {
  readonly profile: FileProfile;
  readonly assigned: Assignments;
  readonly layout: Layout | undefined;
  readonly hints: RecogniseHints;
  readonly prices: PriceEvidence;
  readonly warnings: string[];
  readonly missing: { role: Role; message: string }[];
}

const messages: Partial<Record<Role, string>> = {
  order_id: 'Which column tells one order from another?',
  ordered_at: 'Which column says when it was ordered?',
  product_id: 'Which column names the product?',
  unit_price: 'Which column is the price?',
  order_total: 'Which column is the amount of the order?',
  payment_id: 'Which column tells one payment from another?',
  amount: 'Which column is the amount?',
  on_hand: 'Which column is the stock on hand?',
  customer_id: 'Which column tells one customer from another?',
  product_name: 'Which column is the name of the product?',
  refund_amount: 'Which column is the amount given back?',
};

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
    warnings: [...warnings, ...(layout?.notes ?? [])],
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

/** An object without the members that are undefined. */
function present<T extends Record<string, unknown>>(members: T) {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

function need(draft: Draft, role: Role): string {
  const column = draft.assigned.get(role)?.column;
  if (column !== undefined) return column;
  draft.missing.push({
    role,
    message: messages[role] ?? `Which column is the ${role.replaceAll('_', ' ')}?`,
  });
  return '';
}

/** A field of a role, with the other columns that a layout knows for it. */
function field(
  { assigned }: Draft,
  role: Role,
  extra: Partial<ColumnField> = {},
): ColumnField | undefined {
  const found = assigned.get(role);
  if (found === undefined) return undefined;
  const { column, alternatives = [] } = found;
  return { column, ...(alternatives.length === 0 ? {} : { or: [...alternatives] }), ...extra };
}

const number = (draft: Draft, role: Role, extra: Partial<ColumnField> = {}) =>
  field(draft, role, { number: true, ...extra });

/** When something happened; the moment of the import where a file about things has no dates. */
function timeOf(draft: Draft, role: Role = 'ordered_at', optional = false): Time {
  const found = draft.assigned.get(role);
  if (found === undefined && optional) return { constant: draft.hints.now };
  const column = need(draft, role);
  const { layout, assigned, profile } = draft;
  const values = profile.columns.find(({ name }) => name === column)?.examples ?? [];
  const clock = assigned.get('clock')?.column;
  const dayOnly = !values.some((value) => value.includes(':'));
  const zone = assigned.get('zone')?.column;
  return {
    column,
    ...(found?.alternatives === undefined || found.alternatives.length === 0
      ? {}
      : { or: [...found.alternatives] }),
    ...(clock !== undefined && dayOnly ? { clock } : {}),
    ...(zone === undefined ? {} : { zone_column: zone }),
    ...(layout?.dateOrder === undefined ? {} : { order: layout.dateOrder }),
  };
}

function later(time: Time, seconds: number): Time {
  return 'constant' in time ? time : { ...time, plus_seconds: seconds };
}

/** The currency's column; else the sign in the amounts; else the shop's own, with a word about it. */
function currencyOf(draft: Draft): Field {
  const column = field(draft, 'currency', { upper: true, default: draft.hints.currency });
  if (column !== undefined) return column;
  const { hints, warnings, profile } = draft;
  const signs = new Set(profile.columns.flatMap(({ signs: own }) => [...own.keys()]));
  const known: Readonly<Record<string, string>> = {
    '€': 'EUR',
    '£': 'GBP',
    '₹': 'INR',
    '₺': 'TRY',
    '₽': 'RUB',
  };
  const [only] = signs;
  const told = signs.size === 1 && only !== undefined ? known[only] : undefined;
  if (told === undefined) {
    warnings.push(`No column names a currency; ${hints.currency}, the shop’s own, was taken.`);
  }
  return { constant: told ?? hints.currency };
}

/** Who bought: the id the shop gave, or else the e-mail address. */
function customerOf(draft: Draft): ColumnField | undefined {
  const email = draft.assigned.get('email')?.column;
  const id = field(draft, 'customer_id', { values: { '0': '', Guest: '', guest: '' } });
  if (id !== undefined) {
    const others = [...(id.or ?? []), ...[email ?? []].flat()];
    return others.length === 0 ? id : { ...id, or: others };
  }
  if (email !== undefined) return { column: email, lower: true };
  draft.warnings.push('No column names customers; they cannot be counted.');
  return undefined;
}

/** Conditions on an order's states, as far as there are columns for them. */
function statesOf(draft: Draft) {
  const { assigned, profile } = draft;
  const columns = (['status', 'payment_status'] as const).flatMap(
    (role) => assigned.get(role)?.column ?? [],
  );
  const cancelledAt = assigned.get('cancelled_at')?.column;
  const kind = assigned.get('event_kind')?.column;
  const oneOf = (words: readonly string[]) =>
    columns.map((column) => ({ column, one_of: [...words] }));
  const price = assigned.get('line_total')?.column ?? assigned.get('unit_price')?.column;
  const isCancelled = (row: Readonly<Record<string, string>>) =>
    columns.some((column) => cancelledWords.includes((row[column] ?? '').trim().toLowerCase()));
  // orders that were cancelled before they had a price never were a sale
  const neverPriced =
    price !== undefined &&
    profile.rows.some((row) => isCancelled(row) && (row[price] ?? '').trim() === '');
  const refundKind =
    kind !== undefined &&
    profile.columns
      .find(({ name }) => name === kind)
      ?.values.some((value) => refundKindWords.includes(value.trim().toLowerCase())) === true
      ? { column: kind, one_of: [...refundKindWords] }
      : undefined;
  return {
    failed: oneOf(neverPriced ? [...failedWords, ...cancelledWords] : failedWords),
    cancelled: neverPriced
      ? []
      : [
          ...(cancelledAt === undefined ? [] : [{ column: cancelledAt, present: true }]),
          ...oneOf(cancelledWords),
        ],
    refunded: oneOf(refundedWords),
    refundKind,
  };
}

type Simple = Extract<Condition, { column: string }>;
const no = (condition: Simple) => ({ not: condition });
const all = (conditions: readonly (Simple | { not: Simple })[]): Condition | undefined => {
  const [first] = conditions;
  if (first === undefined) return undefined;
  return conditions.length === 1 ? first : { all: [...conditions] };
};

interface Items {
  readonly items: Readonly<Record<string, Field>>;
  /** Amounts of the whole order. */
  readonly amounts: Readonly<Record<string, Field>>;
}

/** Orders with what became of them. */
function orderRules(draft: Draft, { items, amounts }: Items, byLine: boolean): readonly Rule[] {
  const key = need(draft, 'order_id');
  const time = timeOf(draft);
  const currency = currencyOf(draft);
  const customer = customerOf(draft);
  const states = statesOf(draft);
  const { assigned, layout, hints } = draft;
  const shared = present({
    order_id: { column: key } as Field,
    currency,
    customer_id: customer,
    country: field(draft, 'country'),
    channel:
      field(draft, 'channel') ??
      (layout?.channel === undefined && hints.channel === undefined
        ? undefined
        : { constant: hints.channel ?? layout?.channel ?? 'web' }),
    location_id: field(draft, 'location'),
  });
  const subject = customer === undefined ? {} : { subject: customer };
  const sold = all([
    ...states.failed.map(no),
    ...(states.refundKind === undefined ? [] : [no(states.refundKind)]),
  ]);
  const expect = expectation(draft, byLine);
  const rules: Rule[] = [
    {
      type: 'order.created',
      ...(sold === undefined ? {} : { when: sold }),
      group_by: key,
      time,
      ...subject,
      data: { ...shared, ...amounts, ...present({ promotion_id: field(draft, 'promotion') }) },
      items: { ...items },
      ...(expect === undefined ? {} : { expect }),
    },
  ];
  const beside = { also: true, group_by: key, ...subject } as const;
  if (states.cancelled.length > 0) {
    const at = assigned.get('cancelled_at')?.column;
    const when: Condition =
      states.cancelled.length === 1 && states.cancelled[0] !== undefined
        ? states.cancelled[0]
        : { any: states.cancelled };
    const own: Time =
      at === undefined || 'constant' in time
        ? later(time, 1)
        : { ...time, column: at, or: [time.column, ...(time.or ?? [])], plus_seconds: 1 };
    rules.push({
      ...beside,
      type: 'order.cancelled',
      when,
      time: own,
      data: { order_id: { column: key }, currency },
    });
  }
  rules.push(...refundsBeside(draft, { beside, shared, key, time, items, states }));
  return rules;
}

/** Refunds that stand in the rows of their orders. */
function refundsBeside(
  draft: Draft,
  context: {
    readonly beside: Pick<Rule, 'also' | 'group_by' | 'subject'>;
    readonly shared: Readonly<Record<string, Field>>;
    readonly key: string;
    readonly time: Time;
    readonly items: Readonly<Record<string, Field>>;
    readonly states: ReturnType<typeof statesOf>;
  },
): readonly Rule[] {
  const { beside, shared, key, time, items, states } = context;
  const { assigned, warnings } = draft;
  const data = { ...shared, refund_id: { column: key, add_suffix: '-refund' } };
  const at = assigned.get('refunded_at')?.column;
  const own: Time =
    at === undefined || 'constant' in time
      ? later(time, 2)
      : { ...time, column: at, or: [time.column, ...(time.or ?? [])], plus_seconds: 2 };
  const base = { ...beside, type: 'order.refunded', time: own };
  const rules: Rule[] = [];
  if (states.refundKind !== undefined) {
    const given = Object.fromEntries(
      Object.entries(items).map(([name, item]) => [
        name,
        'column' in item && item.number === true ? { ...item, absolute: true } : item,
      ]),
    );
    rules.push({ ...base, when: states.refundKind, data, items: given });
  }
  const amount = assigned.get('refund_amount')?.column;
  const live = states.cancelled.map(no);
  const [full] = states.refunded.slice(-1);
  const subtotal = number(draft, 'order_subtotal');
  if (full !== undefined) {
    const goods =
      subtotal ??
      (amount === undefined
        ? undefined
        : number(draft, 'refund_amount', { absolute: true, ...minusAround(draft) }));
    const when = all([full, ...live]);
    rules.push(
      goods === undefined
        ? { ...base, ...(when === undefined ? {} : { when }), data, items: { ...items } }
        : { ...base, ...(when === undefined ? {} : { when }), data: { ...data, amount: goods } },
    );
  }
  if (amount !== undefined) {
    const when = all([
      { column: amount, present: true },
      no({ column: amount, sign: 'zero' }),
      ...states.refunded.map(no),
      ...live,
    ]);
    rules.push({
      ...base,
      ...(when === undefined ? {} : { when }),
      data: { ...data, amount: { column: amount, number: true, absolute: true } },
    });
    warnings.push(
      `Amounts in “${amount}” may include tax and shipping; partial refunds are booked as they stand there.`,
    );
  }
  return rules;
}

/** What has to be taken off an amount of the whole order to come to its goods. */
function minusAround({ assigned, prices }: Draft): { minus?: string[] } {
  const roles: readonly Role[] =
    prices.taxIncluded === true ? ['shipping'] : ['shipping', 'order_tax'];
  const minus = roles.flatMap((role) => assigned.get(role)?.column ?? []);
  return minus.length === 0 ? {} : { minus };
}

/** What the file itself says that orders come to. */
function expectation({ assigned, prices, layout }: Draft, byLine: boolean): Rule['expect'] {
  if (!byLine) return undefined;
  const total = assigned.get('order_total')?.column;
  if (total !== undefined && prices.orders > 0 && layout?.system !== 'square') {
    return { column: total, is: prices.taxIncluded === true ? 'total_tax_included' : 'total' };
  }
  return undefined;
}

function lineItems(draft: Draft): Items {
  const { assigned, layout, prices, warnings } = draft;
  const product = field(draft, 'product_id');
  const name = assigned.get('product_name')?.column;
  const spread = (role: Role): Spread => spreadOf(draft.profile, assigned, role);
  const quantity = number(draft, 'quantity');
  if (quantity === undefined)
    warnings.push('No column says how many pieces; each line counts as one.');
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
    warnings.push(
      'The order totals add up only when tax is part of the prices; revenue will include it.',
    );
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
function withName(
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
    warnings.push(
      `“${unit.column}” is the price of the line, not of a piece: only so the orders come to their totals.`,
    );
    return ofLine('unit_price') ?? unit;
  }
  const line = ofLine('line_total');
  if (line !== undefined) return line;
  for (const role of ['amount', 'order_subtotal', 'order_total'] as const) {
    const other = ofLine(role);
    if (other === undefined) continue;
    warnings.push(
      `No column is a price by its name; “${other.column}” was taken for the price of the line. Please check it.`,
    );
    return other;
  }
  return { column: need(draft, 'unit_price') };
}

/** Orders whose goods are not told apart: one item for the whole order. */
function wholeOrderItem(draft: Draft): Items {
  const { assigned, warnings, prices } = draft;
  warnings.push('The file does not name products; each order counts as one item “(unspecified)”.');
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
    warnings.push('The file does not say how much of the amounts is tax; revenue will include it.');
  }
  if (prices.taxIncluded === true) {
    warnings.push(
      'The order totals add up only when tax is part of the amounts; revenue will include it.',
    );
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

function productCatalogue(draft: Draft): NonNullable<Mapping['catalogues']>[number] | undefined {
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

function refundRules(draft: Draft): readonly Rule[] {
  const { assigned } = draft;
  const key = assigned.get('refund_id')?.column ?? need(draft, 'order_id');
  const role = (['refund_amount', 'amount', 'order_total', 'line_total'] as const).find((one) =>
    assigned.has(one),
  );
  const amount =
    role === undefined ? undefined : number(draft, role, { absolute: true, sum: true });
  if (amount === undefined) need(draft, 'refund_amount');
  const customer = customerOf(draft);
  return [
    {
      type: 'order.refunded',
      group_by: key,
      time: timeOf(draft, assigned.has('refunded_at') ? 'refunded_at' : 'ordered_at'),
      ...(customer === undefined ? {} : { subject: customer }),
      data: present({
        refund_id: assigned.has('refund_id')
          ? ({ column: key } as Field)
          : { column: key, add_suffix: '-refund' },
        order_id: field(draft, 'order_id'),
        currency: currencyOf(draft),
        amount,
        customer_id: customer,
        reason: field(draft, 'reason'),
      }),
    },
  ];
}

function paymentRules(draft: Draft): readonly Rule[] {
  const { assigned } = draft;
  const id = field(draft, 'payment_id') ?? { column: need(draft, 'payment_id') };
  const amount = number(draft, assigned.has('amount') ? 'amount' : 'order_total') ?? {
    column: need(draft, 'amount'),
  };
  const currency = currencyOf(draft);
  const data = present({
    payment_id: id as Field,
    order_id: field(draft, 'order_id'),
    amount,
    currency,
    fee: number(draft, 'fee'),
    method: field(draft, 'method'),
    customer_id: customerOf(draft),
    provider: draft.layout === undefined ? undefined : ({ constant: draft.layout.system } as Field),
  });
  const time = timeOf(draft);
  const status = assigned.get('status')?.column ?? assigned.get('payment_status')?.column;
  const failed =
    status === undefined
      ? undefined
      : {
          column: status,
          one_of: [
            ...failedWords,
            'blocked',
            'requires payment method',
            'requires_payment_method',
            ...cancelledWords,
          ],
        };
  const refunded = assigned.get('refund_amount')?.column;
  return [
    ...(failed === undefined ? [] : [{ type: 'payment.failed', when: failed, time, data }]),
    { type: 'payment.processed', time, data },
    ...(refunded === undefined
      ? []
      : [
          {
            type: 'payment.processed',
            also: true,
            when: {
              all: [
                { column: refunded, present: true },
                no({ column: refunded, sign: 'zero' }),
                ...(failed === undefined ? [] : [no(failed)]),
              ],
            },
            time: later(time, 1),
            data: present({
              payment_id: { ...id, add_suffix: '-refund' } as Field,
              order_id: data.order_id,
              amount: { column: refunded, number: true, absolute: true, negate: true } as Field,
              currency,
              customer_id: data.customer_id,
              provider: data.provider,
            }),
          },
        ]),
  ];
}

function customerRules(draft: Draft): readonly Rule[] {
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

function productRules(draft: Draft): readonly Rule[] {
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

function stockRules(draft: Draft): readonly Rule[] {
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
