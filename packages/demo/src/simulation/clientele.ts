import { drawExponential, type Random } from '@olympus/stats';
import type { Channel, Place, Shop } from '../shops/shop.js';
import type { LocalDay } from './calendar.js';
import type { Emit } from './events.js';
import type { Influence } from './influence.js';
import { type Customer, drawCustomer } from './people.js';
import { createReturning, type Returning } from './returning.js';
import { drawChannel } from './visits.js';

/** Who stands at the counter: somebody known, or nobody, with the channel they came by. */
export interface Arrival {
  readonly customer: Customer | undefined;
  readonly channel: Channel;
  /** True when nobody has heard of the customer before. */
  readonly fresh: boolean;
}

export interface Clientele {
  startDay(day: LocalDay): void;
  /** @param channel the arrival must come by this one */
  pick(place: Place, atMs: number, location: string, channel?: Channel): Arrival;
  /** A customer nobody has heard of before. */
  recruit(place: Place, location: string, channel?: Channel): Arrival;
  introduce(customer: Customer, place: Place, atMs: number): void;
  /** After an order: when will they buy again, if ever? */
  comeBack(customer: Customer, place: Place, today: LocalDay): void;
  /** One who was turned away tries again later. */
  comeLater(customer: Customer, place: Place, day: LocalDay): void;
  returning(): Iterable<Customer>;
}

export function createClientele(options: {
  readonly random: Random;
  readonly emit: Emit;
  readonly shop: Shop;
  readonly influence: Required<Influence>;
}): Clientele {
  const { random, emit, shop, influence } = options;
  let serial = 0;
  const due: Readonly<Record<Place, Returning>> = {
    online: createReturning(),
    store: createReturning(),
  };
  const channelOf = (place: Place, customer: Customer): Channel => {
    const { channels } = shop.places[place];
    return channels.find(({ id }) => id === customer.channel) ?? channels[0];
  };
  const nextReady = (place: Place, atMs: number): Customer | undefined => {
    for (;;) {
      const customer = due[place].take();
      if (customer === undefined || !influence.hasLeft(customer, atMs)) return customer;
    }
  };
  const recruit = (place: Place, location: string, channel?: Channel): Arrival => {
    serial += 1;
    const by = channel ?? drawChannel(random, shop.places[place].channels, 'weight');
    const customer = drawCustomer(random, shop, serial, { place, channel: by.id, location });
    return { customer, channel: by, fresh: true };
  };
  return {
    startDay: (day) => {
      due.online.startDay(day);
      due.store.startDay(day);
    },
    pick: (place, atMs, location, channel) => {
      const profile = shop.places[place];
      if (profile.anonymousRate > 0 && random.next() < profile.anonymousRate) {
        const by = channel ?? drawChannel(random, profile.channels, 'weight');
        return { customer: undefined, channel: by, fresh: false };
      }
      if (channel === undefined && due[place].someReady && random.next() < 0.62) {
        const customer = nextReady(place, atMs);
        if (customer !== undefined) {
          return { customer, channel: channelOf(place, customer), fresh: false };
        }
      }
      return recruit(place, location, channel);
    },
    recruit,
    introduce: (customer, place, atMs) =>
      emit(
        atMs - 400_000,
        'customer.created',
        {
          customer_id: customer.id,
          name: customer.name,
          email: customer.email,
          country: customer.country,
          city: customer.city,
          birth_year: customer.birthYear,
          segment: shop.places[place].segment,
        },
        customer.id,
      ),
    comeBack: (customer, place, today) => {
      customer.orders += 1;
      if (random.next() < customer.churn) return;
      const gap = Math.max(2, Math.round(drawExponential(random, customer.rate / 365)));
      due[place].add(customer, today + gap);
    },
    comeLater: (customer, place, day) => due[place].add(customer, day),
    *returning() {
      yield* due.online.all();
      yield* due.store.all();
    },
  };
}
