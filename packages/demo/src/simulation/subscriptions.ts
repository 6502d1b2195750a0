import type { Product, SubscriptionTerms } from '../shops/shop.js';
import { cents, type Shelves } from './basket.js';
import type { LocalDay, ShopCalendar } from './calendar.js';
import type { Moment } from './influence.js';
import { bookOrder, cancelOrder, type OrderDesk, type PlacedOrder, placeOrder } from './orders.js';
import type { Customer } from './people.js';

interface Subscriber {
  readonly customer: Customer;
  readonly since: LocalDay;
  readonly location: string;
  plan: Product;
  renewals: number;
}

/** Who pays month by month; a shop without terms has nobody. */
export interface Subscriptions {
  start(customer: Customer, plan: Product, day: LocalDay, location: string): void;
  /** Everything that is due on a day: renewals, upgrades, cancellations. */
  renew(day: LocalDay): void;
  subscribers(): Iterable<Customer>;
}

/**
 * Renewals are orders of the plan's price; an upgrade is a renewal with the next larger plan; who
 * leaves cancels the renewal order that was just sent, and no further one follows.
 */
export function createSubscriptions(options: {
  readonly terms: SubscriptionTerms;
  readonly desk: OrderDesk;
  readonly shelves: Shelves;
  readonly calendar: ShopCalendar;
  readonly nextOrderId: () => string;
}): Subscriptions {
  const { terms, desk, shelves, calendar } = options;
  const { random, emit, shop, influence } = desk;
  const byDay = new Map<LocalDay, Subscriber[]>();
  const plans = terms.plans.flatMap((id) => shop.products.filter((product) => product.id === id));
  const habits = { ...shop.places.online, cancelRate: 0, paymentFailureRate: terms.failureRate };

  const schedule = (subscriber: Subscriber) => {
    const day = calendar.addMonths(subscriber.since, subscriber.renewals + 1);
    const list = byDay.get(day);
    if (list === undefined) byDay.set(day, [subscriber]);
    else list.push(subscriber);
  };
  const tell = (subscriber: Subscriber, atMs: number, status: 'active' | 'cancelled') =>
    emit(
      atMs,
      'customer.updated',
      {
        customer_id: subscriber.customer.id,
        attributes: { plan: subscriber.plan.id, subscription: status },
      },
      subscriber.customer.id,
    );

  const renewOne = (subscriber: Subscriber, day: LocalDay) => {
    const atMs = calendar.instant(day, Math.floor((3 + random.next() * 3) * 3_600_000));
    const { customer, location } = subscriber;
    if (influence.hasLeft(customer, atMs)) return;
    const moment: Moment = { atMs, channel: terms.renewalChannel, location };
    const churn = subscriber.renewals === 0 ? terms.firstChurn : terms.laterChurn;
    const leaves = random.next() < churn;
    const larger = plans[plans.indexOf(subscriber.plan) + 1];
    if (!leaves && larger !== undefined && random.next() < terms.upgradeRate) {
      subscriber.plan = larger;
      tell(subscriber, atMs, 'active');
    }
    subscriber.renewals += 1;
    if (!influence.sellable(subscriber.plan, 1, moment)) return schedule(subscriber);
    const unitPrice = shelves.priceOf(subscriber.plan, atMs);
    const order: PlacedOrder = {
      id: options.nextOrderId(),
      atMs,
      customer,
      location,
      channel: terms.renewalChannel,
      shipped: false,
      basket: {
        lines: [
          {
            product: subscriber.plan,
            quantity: 1,
            unitPrice,
            unitCost: shelves.costOf(subscriber.plan),
            discount: 0,
          },
        ],
        promotion: undefined,
        value: cents(unitPrice),
      },
    };
    if (leaves) {
      const afterMs = Math.floor((2 + random.next() * 46) * 3_600_000);
      bookOrder(desk, order);
      cancelOrder(desk, order, 'subscription_cancelled', afterMs);
      tell(subscriber, atMs + afterMs, 'cancelled');
      return;
    }
    influence.sold(subscriber.plan, 1, unitPrice, moment);
    customer.orders += 1;
    placeOrder(desk, order, habits);
    schedule(subscriber);
  };

  return {
    start: (customer, plan, day, location) => {
      customer.orders += 1;
      schedule({ customer, since: day, location, plan, renewals: 0 });
    },
    renew: (day) => {
      const due = byDay.get(day) ?? [];
      byDay.delete(day);
      for (const subscriber of due) renewOne(subscriber, day);
    },
    *subscribers() {
      for (const list of byDay.values()) for (const { customer } of list) yield customer;
    },
  };
}
