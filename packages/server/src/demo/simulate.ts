import { createRandom, drawExponential, drawPoisson } from '@olympus/stats';
import { type Basket, cents, fillBasket } from './basket.js';
import { chooseWeighted } from './choose.js';
import { demandOn } from './demand.js';
import { createSchedule, type TimedEvent } from './emit.js';
import { type DayFacts, dayFacts, type LocalDay, localToUtcMs } from './local-time.js';
import { placeOrder } from './orders.js';
import { type DemoCustomer, drawCustomer } from './people.js';
import { type DemoProduct, demoLocations, demoProducts } from './shop.js';
import { createStock } from './stock.js';
import { browse, drawMoment, visitBeforeOrder } from './visits.js';

export interface SimulationOptions {
  readonly startDay: LocalDay;
  readonly seed: number;
  /** Orders an average day of the first year; everything else follows from it. */
  readonly ordersADay: number;
}

export interface SimulatedDay {
  readonly day: LocalDay;
  /** In order of time. */
  readonly events: readonly TimedEvent[];
}

const onlineShare = 0.58;
const repriceEveryDays = 170;
const openingMs = 7 * 3_600_000;

/**
 * The demo's shop, day after day without end. The same options give the same events with the same
 * ids, so a simulation can be started again at any time and what was sent is recognised.
 */
export function* simulateShop(
  options: SimulationOptions,
): Generator<SimulatedDay, never, undefined> {
  const random = createRandom(options.seed);
  const schedule = createSchedule();
  const { emit } = schedule;
  let day: DayFacts = dayFacts(options.startDay);
  let age = 0;
  let serial = { order: 10_000, customer: 0, visit: 0 };
  const due: Record<'online' | 'store', { customer: DemoCustomer; day: LocalDay }[]> = {
    online: [],
    store: [],
  };

  // about half of the assortment gets dearer each time, never all of it at once
  const steps = (product: DemoProduct, shift: number) =>
    Math.floor((age + shift) / repriceEveryDays) * (product.name.length % 2 === 0 ? 1 : 0.3);
  const priceOf = (product: DemoProduct) =>
    cents(Math.round(product.price * (1 + 0.035 * steps(product, 0)) * 10) / 10);
  const costOf = (product: DemoProduct) =>
    cents(product.price * product.costRatio * (1 + 0.025 * steps(product, 60)));

  const stock = createStock({ random, emit, costOf });
  const describe = (product: DemoProduct, atMs: number) =>
    emit(atMs, 'product.updated', {
      product_id: product.id,
      name: product.name,
      category: product.category.name,
      brand: product.brand,
      price: priceOf(product),
      unit_cost: costOf(product),
    });

  const openPlaces = (atMs: number) => {
    for (const location of demoLocations) {
      if (location.opensOnDay !== age) continue;
      emit(atMs, 'location.updated', {
        location_id: location.id,
        name: location.name,
        country: 'DE',
        city: location.city,
        timezone: 'Europe/Berlin',
      });
      const volume = options.ordersADay * (location.kind === 'warehouse' ? 9 : 4);
      stock.open(location.id, demoProducts, volume);
    }
  };

  const pickCustomer = (
    place: 'online' | 'store',
    atMs: number,
    location: string,
  ): DemoCustomer | undefined => {
    if (place === 'store' && random.next() < 0.42) return undefined;
    const waiting = due[place];
    const index = waiting.findIndex((entry) => entry.day <= day.day);
    if (index >= 0 && random.next() < 0.62) {
      return waiting.splice(index, 1)[0]?.customer;
    }
    serial = { ...serial, customer: serial.customer + 1 };
    const app = place === 'online' && random.next() < 0.25;
    const channel = place === 'store' ? 'store' : app ? 'app' : 'web';
    const customer = drawCustomer(random, serial.customer, { channel, location });
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
        segment: place === 'store' ? 'loyalty card' : 'online account',
      },
      customer.id,
    );
    return customer;
  };

  const comeBack = (customer: DemoCustomer, place: 'online' | 'store') => {
    customer.orders += 1;
    if (random.next() < customer.churn) return;
    const gap = Math.max(2, Math.round(drawExponential(random, customer.rate / 365)));
    due[place].push({ customer, day: day.day + gap });
  };

  const serve = (place: 'online' | 'store') => {
    const atMs = drawMoment(random, day.day, place);
    const open = demoLocations.filter((entry) => entry.opensOnDay <= age && entry.kind === 'store');
    const location =
      place === 'online' ? 'leipzig' : (chooseWeighted(random, open, (l) => l.weight)?.id ?? '');
    const customer = pickCustomer(place, atMs, location);
    const basket: Basket | undefined = fillBasket({
      random,
      day,
      stock,
      location,
      favourite: customer?.favourite ?? -1,
      priceOf,
      costOf,
    });
    if (basket === undefined) return;
    const channel = place === 'store' ? 'store' : customer?.channel === 'app' ? 'app' : 'web';
    serial = { ...serial, order: serial.order + 1 };
    if (place === 'online' && customer !== undefined) {
      serial = { ...serial, visit: serial.visit + 1 };
      visitBeforeOrder({
        random,
        emit,
        orderMs: atMs,
        visit: serial.visit,
        customer,
        basket,
        channel,
      });
    }
    placeOrder({
      random,
      emit,
      stock,
      order: { id: `O-${serial.order}`, atMs, customer, location, channel, basket },
    });
    if (customer !== undefined) comeBack(customer, place);
  };

  for (; ; age += 1) {
    day = dayFacts(options.startDay + age);
    const morningMs = localToUtcMs(day.day, openingMs);
    openPlaces(morningMs - 3_600_000);
    if (age === 0 || age % repriceEveryDays === 0 || (age + 60) % repriceEveryDays === 0) {
      for (const product of demoProducts) describe(product, morningMs - 1_800_000);
    }
    stock.receive(day.day, morningMs);
    if (day.dayOfMonth === 1 || age === 0) stock.count(morningMs + 60_000);
    // bad weather, a mention in a blog: no two days are alike
    const mood = 0.9 + random.next() * 0.2;
    const online = options.ordersADay * onlineShare * demandOn(day, age, 'online') * mood;
    const store = options.ordersADay * (1 - onlineShare) * demandOn(day, age, 'store') * mood;
    const orders = drawPoisson(random, online);
    for (let n = 0; n < orders; n += 1) serve('online');
    const counter = drawPoisson(random, store);
    for (let n = 0; n < counter; n += 1) serve('store');
    // a promotion brings buyers rather than onlookers, so visits rise by less than orders
    const onlookers = drawPoisson(random, (online / mood) ** 0.9 * 32);
    for (let n = 0; n < onlookers; n += 1) {
      serial = { ...serial, visit: serial.visit + 1 };
      browse({ random, emit, startMs: drawMoment(random, day.day, 'online'), visit: serial.visit });
    }
    yield { day: day.day, events: schedule.take(day.day) };
  }
}
