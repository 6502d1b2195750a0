import { createPace, excessOf, Problem } from '@olympus/core';
import {
  checkedBody,
  decode,
  type IncomingBatch,
  parseJson,
  parseJsonBody,
  readEvents,
} from './body.js';
import { elementsOf } from './elements.js';
import { defaultLimits, type IngestLimits } from './limits.js';

/** Calls of the Segment HTTP tracking API. */
export type SegmentCall = 'track' | 'identify' | 'page' | 'screen' | 'alias' | 'group' | 'batch';

type Fields = Readonly<Record<string, unknown>>;

/** Segment's e-commerce names and the event types they stand for. */
const trackTypes: Readonly<Record<string, string>> = {
  'order completed': 'order.created',
  'order updated': 'order.updated',
  'order refunded': 'order.refunded',
  'order cancelled': 'order.cancelled',
  'order canceled': 'order.cancelled',
  'product viewed': 'product.viewed',
  'product added': 'product.added',
  'cart viewed': 'cart.updated',
  'product removed': 'cart.updated',
  'checkout started': 'checkout.started',
  'signed in': 'user.logged_in',
  'user logged in': 'user.logged_in',
  'experiment viewed': 'experiment.exposed',
  'product reviewed': 'feedback.submitted',
};

const visitTypes = new Set([
  'product.viewed',
  'product.added',
  'cart.updated',
  'checkout.started',
  'user.logged_in',
]);

/**
 * Reads a call of the Segment protocol as events. Every message becomes one event; what has no
 * counterpart keeps its name (`Song Played` → `song_played`) and needs a schema of the tenant's own.
 * @throws Problem as {@link parseJsonBody}, and `not_a_batch`, `context_too_large`
 */
export async function parseSegmentBody(
  call: SegmentCall,
  bytes: Uint8Array,
  limits: IngestLimits = defaultLimits,
): Promise<IncomingBatch> {
  if (call !== 'batch') {
    const single = await parseJsonBody(bytes, 'application/cloudevents+json', limits);
    return mapped(single, {}, () => call);
  }
  const { messages, context } = await readBatch(checkedBody(bytes, limits), limits);
  return mapped(messages, context, (message) => String(message.type ?? 'track'));
}

/** What the messages of a batch share; each of them carries it. */
const contextLimits = { maxDepth: 16, maxValues: 500 };
const maxContextBytes = 64 * 1024;
/** A member's name and the place of its value, from the beginning of its text. */
const memberStart = /^\s*"((?:[^"\\]|\\.){0,100})"\s*:\s*/;
const openBrace = 123;
const openBracket = 91;

/** The members of a batch that count. Its messages are read some at a time, as events are. */
async function readBatch(bytes: Uint8Array, limits: IngestLimits) {
  const start = bytes.findIndex((byte) => byte > 32);
  // what is no object at all is refused like everywhere
  if (bytes[start] !== openBrace) {
    await parseJsonBody(bytes, 'application/cloudevents+json', limits);
    throw notABatch();
  }
  const pace = createPace();
  const members = elementsOf(bytes, 'array', start);
  let context: Fields = {};
  let messages: IncomingBatch | undefined;
  for (;;) {
    const next = members.next();
    if (pace.due()) await pace.rest();
    if (next.done === true) {
      if (next.value === -1) parseJson(decode(bytes.subarray(0, maxContextBytes)));
      break;
    }
    if (next.value === undefined) continue;
    const { from, to } = next.value;
    const beginning = Buffer.from(bytes.subarray(from, Math.min(to, from + 300))).toString(
      'latin1',
    );
    const [head = '', name] = memberStart.exec(beginning) ?? [];
    if (name === 'context') context = readContext(bytes.subarray(from, to));
    if (name !== 'batch') continue;
    const value = from + head.length;
    if (bytes[value] !== openBracket) throw notABatch();
    messages = await readEvents(bytes.subarray(0, to), 'array', limits, value);
  }
  if (messages === undefined) throw notABatch();
  return { messages, context };
}

function readContext(member: Uint8Array): Fields {
  const text = `{${decode(member.subarray(0, maxContextBytes))}}`;
  if (member.length > maxContextBytes || excessOf(text, contextLimits) !== undefined) {
    throw new Problem({
      code: 'context_too_large',
      kind: 'too_large',
      message: `The shared context has more than ${contextLimits.maxValues} values or 64 KiB`,
      remedy: 'Send what belongs to one message in that message.',
      at: '/context',
    });
  }
  return asFields(asFields(parseJson(text)).context);
}

function notABatch(): Problem {
  return new Problem({
    code: 'not_a_batch',
    kind: 'invalid',
    message: 'The body must be an object with an array "batch"',
    at: '/batch',
  });
}

async function mapped(
  messages: IncomingBatch,
  shared: Fields,
  kindOf: (message: Fields) => string,
): Promise<IncomingBatch> {
  const pace = createPace();
  const events: Fields[] = [];
  for (const given of messages.events) {
    const message = asFields(given);
    const own = asFields(message.context);
    const context = message.context === undefined ? shared : { ...shared, ...own };
    events.push(toEvent(kindOf(message), { ...message, context }));
    if (pace.due()) await pace.rest();
  }
  return {
    events,
    faultOf: messages.faultOf,
    // the letter keeps the event it was read as, so that it can be corrected and replayed
    rawOf: (index) =>
      messages.events[index] === undefined ? messages.rawOf(index) : JSON.stringify(events[index]),
  };
}

function toEvent(kind: string, message: Fields): Fields {
  const properties = asFields(message.properties);
  const type = typeOf(kind, message);
  return {
    specversion: '1.0',
    id: message.messageId,
    source: 'segment',
    type,
    ...(message.timestamp === undefined && message.originalTimestamp === undefined
      ? {}
      : { time: message.timestamp ?? message.originalTimestamp }),
    data: prune({
      ...dataOf(kind, type, message, properties),
      customer_id: asId(message.userId) ?? properties.customer_id,
    }),
  };
}

function typeOf(kind: string, message: Fields): string {
  if (kind === 'identify') return 'customer.updated';
  if (kind === 'alias') return 'customer.identified';
  if (kind === 'page' || kind === 'screen') return 'page.viewed';
  if (kind !== 'track') return `segment.${kind}`;
  const name = String(message.event ?? '').trim();
  return trackTypes[name.toLowerCase()] ?? slug(name);
}

function dataOf(kind: string, type: string, message: Fields, properties: Fields): Fields {
  if (kind === 'identify') return customerData(message);
  if (kind === 'alias') return { anonymous_id: asId(message.previousId ?? message.anonymousId) };
  const anonymous = { anonymous_id: asId(message.anonymousId) };
  if (type === 'page.viewed' || visitTypes.has(type)) {
    return { ...visitData(message, properties), ...anonymous };
  }
  if (type === 'order.refunded') return refundData(properties, message);
  if (type.startsWith('order.')) return orderData(type, properties);
  if (type === 'experiment.exposed') {
    return {
      experiment_id: asId(properties.experiment_id),
      variant: asId(properties.variation_id ?? properties.variant ?? properties.variation_name),
      ...anonymous,
    };
  }
  return { ...properties, ...anonymous };
}

function customerData(message: Fields): Fields {
  const { email, name, firstName, lastName, phone, address, birthday, ...rest } = asFields(
    message.traits,
  );
  const place = asFields(address);
  const fullName = [firstName, lastName].filter((part) => typeof part === 'string').join(' ');
  const { country, city, segment, ...attributes } = rest;
  return {
    customer_id: asId(message.userId) ?? asId(message.anonymousId),
    anonymous_id: asId(message.userId) === undefined ? undefined : asId(message.anonymousId),
    email,
    name: name ?? (fullName === '' ? undefined : fullName),
    phone,
    country: country ?? place.country,
    city: city ?? place.city,
    segment,
    birth_year:
      typeof birthday === 'string' ? Number(birthday.slice(0, 4)) || undefined : undefined,
    attributes: Object.keys(attributes).length === 0 ? undefined : attributes,
  };
}

function visitData(message: Fields, properties: Fields): Fields {
  const context = asFields(message.context);
  const page = asFields(context.page);
  const campaign = asFields(context.campaign);
  const { name, ...utm } = campaign;
  return {
    session_id: asId(context.sessionId ?? properties.session_id),
    url: properties.url ?? page.url,
    referrer: properties.referrer ?? page.referrer,
    utm: Object.keys(campaign).length === 0 ? undefined : prune({ ...utm, campaign: name }),
    product_id: asId(properties.product_id ?? properties.sku),
    device: asFields(context.device).type,
    channel: properties.channel,
  };
}

function orderData(type: string, properties: Fields): Fields {
  const { products, currency, shipping, tax, discount } = properties;
  const items = Array.isArray(products) ? products.map(itemData) : undefined;
  const order = {
    order_id: asId(properties.order_id),
    currency: typeof currency === 'string' ? currency.toUpperCase() : currency,
    items: items !== undefined && items.length > 0 ? items : undefined,
    channel: properties.channel ?? 'web',
    promotion_id: asId(properties.coupon),
  };
  return type === 'order.cancelled' ? order : { ...order, shipping, tax, discount };
}

/** A refund without products or total is one of all that is left of the order. */
function refundData(properties: Fields, message: Fields): Fields {
  const { total, revenue, shipping, tax, discount } = properties;
  return {
    ...orderData('order.cancelled', properties),
    refund_id: asId(properties.refund_id) ?? asId(message.messageId),
    amount: total ?? revenue,
    shipping,
    tax,
    discount,
  };
}

function itemData(product: unknown): Fields {
  const { product_id, sku, quantity, price, cost } = asFields(product);
  return prune({
    product_id: asId(product_id ?? sku),
    quantity: quantity ?? 1,
    unit_price: price,
    unit_cost: cost,
  });
}

function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

/** Ids are often sent as numbers. */
function asId(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

function prune(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  );
}

function slug(name: string): string {
  const words = name.toLowerCase().replace(/[^a-z0-9.]+/g, '_');
  return words.replace(/^_+|_+$/g, '');
}
