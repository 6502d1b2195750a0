import type { CheckedEvent, Projection, ProjectionContext } from '../projections/context.js';
import { createMoney } from '../projections/money.js';
import type { EventData } from '../schemas/event-types.js';

export function projectCustomer(
  event: CheckedEvent<EventData['customer.created']>,
): Pick<Projection, 'patch'> {
  const { data } = event;
  return {
    patch: {
      ledger: 'customers',
      key: event.customerKey ?? '',
      atMs: event.occurredAtMs,
      fields: {
        country: data.country,
        city: data.city,
        birth_year: data.birth_year,
        segment: data.segment,
      },
    },
  };
}

export function projectProduct(
  event: CheckedEvent<EventData['product.updated']>,
  { tenant }: ProjectionContext,
): Pick<Projection, 'patch'> {
  const { data } = event;
  const money = createMoney(tenant, undefined);
  return {
    patch: {
      ledger: 'products',
      key: data.product_id,
      atMs: event.occurredAtMs,
      fields: {
        name: data.name,
        category: data.category,
        brand: data.brand,
        price: data.price === undefined ? undefined : money.charge(data.price, '/data/price'),
        unit_cost:
          data.unit_cost === undefined
            ? undefined
            : money.charge(data.unit_cost, '/data/unit_cost'),
      },
    },
  };
}

export function projectLocation(
  event: CheckedEvent<EventData['location.updated']>,
): Pick<Projection, 'patch'> {
  const { location_id: key, name, country, city, timezone } = event.data;
  return {
    patch: {
      ledger: 'locations',
      key,
      atMs: event.occurredAtMs,
      fields: { name, country, city, timezone },
    },
  };
}
