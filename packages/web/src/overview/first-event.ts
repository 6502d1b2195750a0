import type { SessionTenant } from '@olympus/sdk';

/** Where the commands look for the key. */
export const KEY_VARIABLE = 'OLYMPUS_KEY';

/** A command that makes a key which may send events. */
export function keyCommand(tenant: SessionTenant): string {
  return `npx olympus key create --tenant ${tenant.id} --scopes events:write`;
}

/** A command that sends one order, ready to paste once the key is in OLYMPUS_KEY. */
export function firstEventCommand(tenant: SessionTenant, origin: string, now: Date): string {
  const time = now.toISOString().replace(/\.\d+Z$/, 'Z');
  return `curl ${origin}/api/events \\
  -H "Authorization: Bearer $${KEY_VARIABLE}" \\
  -H "Content-Type: application/cloudevents+json" \\
  -d '{
    "specversion": "1.0", "id": "first-order", "source": "my-shop",
    "type": "order.created", "time": "${time}",
    "data": {
      "order_id": "1001", "currency": "${tenant.currency}", "customer_id": "c-1",
      "items": [{ "product_id": "mug-blue", "quantity": 2, "unit_price": "12.50" }]
    }
  }'`;
}
