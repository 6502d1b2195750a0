import type { SessionTenant } from '@olympus/sdk';

/** A command that makes a key which may send events. */
export function keyCommand(tenant: SessionTenant): string {
  return `npx olympus key create --tenant ${tenant.id} --scopes events:write`;
}

/** A command that sends one order, ready to paste once the key is known. */
export function firstEventCommand(tenant: SessionTenant, origin: string, now: Date): string {
  const event = {
    specversion: '1.0',
    id: 'first-order',
    source: 'my-shop',
    type: 'order.created',
    time: now.toISOString().replace(/\.\d+Z$/, 'Z'),
    data: {
      order_id: '1001',
      currency: tenant.currency,
      customer_id: 'c-1',
      items: [{ product_id: 'mug-blue', quantity: 2, unit_price: '12.50' }],
    },
  };
  return [
    `curl ${origin}/api/events \\`,
    '  -H "Authorization: Bearer $OLYMPUS_KEY" \\',
    '  -H "Content-Type: application/cloudevents+json" \\',
    `  -d '${JSON.stringify(event, null, 2)}'`,
  ].join('\n');
}
