/** Ways to send events, each as a program that can be pasted. */
export const SNIPPETS = ['curl', 'node', 'segment', 'till'] as const;
export type Snippet = (typeof SNIPPETS)[number];

export interface Sender {
  /** The key's secret. */
  readonly key: string;
  readonly tenant: { readonly id: string; readonly currency: string };
  /** The address of this server. */
  readonly origin: string;
  /** When the example happened. */
  readonly now: Date;
}

/** Code that sends one order with the key filled in. */
export function snippet(of: Snippet, { key, tenant, origin, now }: Sender): string {
  const time = now.toISOString().replace(/\.\d+Z$/, 'Z');
  const data = `{
      "order_id": "1001", "currency": "${tenant.currency}", "customer_id": "c-1",
      "items": [{ "product_id": "mug-blue", "quantity": 2, "unit_price": "12.50" }]
    }`;
  const event = `{
    "specversion": "1.0", "id": "first-order", "source": "${tenant.id}",
    "type": "order.created", "time": "${time}",
    "data": ${data}
  }`;
  switch (of) {
    case 'curl':
      return `curl ${origin}/api/events \\
  -H "Authorization: Bearer ${key}" \\
  -H "Content-Type: application/cloudevents+json" \\
  -d '${event}'`;
    case 'node':
      return `import { createClient } from '@olympus/sdk';

const olympus = createClient({
  baseUrl: '${origin}',
  apiKey: '${key}',
});

await olympus.events.send({
  id: 'first-order',
  source: '${tenant.id}',
  type: 'order.created',
  data: {
    order_id: '1001',
    currency: '${tenant.currency}',
    customer_id: 'c-1',
    items: [{ product_id: 'mug-blue', quantity: 2, unit_price: '12.50' }],
  },
});`;
    case 'segment':
      return `import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({
  host: '${origin}',
  writeKey: '${key}',
});

analytics.track({
  userId: 'c-1',
  event: 'Order Completed',
  properties: {
    order_id: '1001',
    currency: '${tenant.currency}',
    products: [{ product_id: 'mug-blue', quantity: 2, price: 12.5 }],
  },
});
await analytics.closeAndFlush();`;
    case 'till':
      return `POST /api/events HTTP/1.1
Host: ${new URL(origin).host}
Authorization: Bearer ${key}
Content-Type: application/cloudevents+json

${event}`;
  }
}
