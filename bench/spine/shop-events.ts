/** Events of a web shop as its clients would send them: visits, orders of two lines, payments. */
export interface EventSource {
  next(): object;
}

export function createEventSource(prefix: string, customers = 50_000): EventSource {
  let n = 0;
  return {
    next() {
      n++;
      const kind = n % 10;
      const customer = `customer-${(n * 7919) % customers}`;
      const product = `product-${(n * 104_729) % 2000}`;
      const event = (type: string, data: object) => ({
        specversion: '1.0',
        id: `${prefix}-${n.toString(36)}`,
        source: 'shop',
        type,
        time: new Date().toISOString(),
        data,
      });
      const visit = { session_id: `s-${n >> 3}`, channel: 'web' };
      if (kind < 5) {
        const url = `https://shop.example/p/${product}?ref=mail`;
        return event('page.viewed', {
          ...visit,
          anonymous_id: `a-${n % customers}`,
          url,
          device: 'mobile',
        });
      }
      if (kind < 7) {
        return event('product.viewed', { ...visit, customer_id: customer, product_id: product });
      }
      if (kind < 9) {
        return event('order.created', {
          order_id: `${prefix}-o-${n}`,
          currency: 'EUR',
          customer_id: customer,
          channel: 'web',
          location_id: `location-${n % 20}`,
          items: [
            { product_id: product, quantity: 2, unit_price: 12.5, unit_cost: 5 },
            { product_id: `product-${n % 2000}`, quantity: 1, unit_price: '7.25', unit_cost: 3 },
          ],
        });
      }
      return event('payment.processed', {
        payment_id: `${prefix}-p-${n}`,
        customer_id: customer,
        amount: 32.25,
        currency: 'EUR',
        method: 'card',
      });
    },
  };
}
