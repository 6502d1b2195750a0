import { createRandom, drawPoisson } from '@olympus/stats';
import type { Channel, Place, Product, Shop } from '../shops/shop.js';
import { type Basket, fetchBasket, fillBasket, type Shelves, type Want } from './basket.js';
import { createShopCalendar, type DayFacts, type LocalDay } from './calendar.js';
import { chooseWeighted } from './choose.js';
import { type Arrival, createClientele } from './clientele.js';
import { demandOn } from './demand.js';
import { createSchedule, type TimedEvent } from './events.js';
import { combineInfluences, type Influence, type Moment } from './influence.js';
import { placeOrder } from './orders.js';
import { costShiftDays, createPricing, repriceEveryDays } from './pricing.js';
import { createStock } from './stock.js';
import { createSubscriptions } from './subscriptions.js';
import { browse, drawOnlooker, lookAround, visitBeforeOrder } from './visits.js';

export interface SimulationOptions {
  readonly shop: Shop;
  readonly startDay: LocalDay;
  readonly seed: number;
  readonly ordersADay: number;
  readonly influences?: readonly Influence[];
}

export interface SimulatedDay {
  readonly day: LocalDay;
  /** In order of time. */
  readonly events: readonly TimedEvent[];
}

const hourMs = 3_600_000;
const openingMs = 7 * hourMs;
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Where and when somebody comes to buy. */
interface Call {
  readonly place: Place;
  readonly atMs: number;
  readonly location: string;
}

/**
 * A shop, day after day without end. The same options give the same events with the same ids, so a
 * simulation can be started again at any time and what was sent is recognised. It remembers
 * customers who may come back and what is due in the coming weeks, and no events of the past.
 */
export function* simulateShop(
  options: SimulationOptions,
): Generator<SimulatedDay, never, undefined> {
  const { shop } = options;
  const random = createRandom(options.seed);
  const calendar = createShopCalendar(shop.timeZone);
  const influence = combineInfluences(options.influences ?? []);
  const schedule = createSchedule(calendar.dayOf);
  const { emit } = schedule;
  let day: DayFacts = calendar.factsOf(options.startDay);
  let age = 0;
  const serial = { order: 10_000, visit: 0 };

  const pricing = createPricing(() => age, influence);
  const { priceOf, costOf } = pricing;
  const stock = createStock({ random, emit, costOf, counted: shop.stock !== undefined });
  const clientele = createClientele({ random, emit, shop, influence });
  const desk = { shop, random, emit, stock, influence };
  const byCategory = new Map(
    shop.categories.map((category) => [
      category,
      shop.products.filter((product) => product.category === category),
    ]),
  );
  const shelves: Shelves = { shop, random, stock, influence, byCategory, priceOf, costOf };
  const nextOrderId = (till?: string) => {
    serial.order += 1;
    return `${till ?? 'O'}-${serial.order}`;
  };
  const subscriptions =
    shop.subscription === undefined
      ? undefined
      : createSubscriptions({ terms: shop.subscription, desk, shelves, calendar, nextOrderId });

  const describe = (product: Product, atMs: number) =>
    emit(atMs, 'product.updated', {
      product_id: product.id,
      name: product.name,
      category: product.category.name,
      brand: product.brand,
      price: priceOf(product, atMs),
      unit_cost: costOf(product),
    });
  const floor = {
    emit,
    stock,
    describe,
    *returning() {
      yield* clientele.returning();
      if (subscriptions !== undefined) yield* subscriptions.subscribers();
    },
  };

  const openPlaces = (atMs: number) => {
    for (const location of shop.locations) {
      if (location.opensOnDay !== age) continue;
      emit(atMs, 'location.updated', {
        location_id: location.id,
        name: location.name,
        country: shop.country,
        city: location.city,
        timezone: shop.timeZone,
      });
      if (shop.stock === undefined) continue;
      stock.open(location.id, shop.products, options.ordersADay * shop.stock.depth[location.kind]);
    }
  };

  const warehouse = shop.locations.find((location) => location.kind === 'warehouse');
  const chooseLocation = (place: Place): string => {
    if (place === 'online' && warehouse !== undefined) return warehouse.id;
    const open = shop.locations.filter(
      (entry) => entry.opensOnDay <= age && entry.kind === 'store',
    );
    return chooseWeighted(random, open, (location) => location.weight)?.id ?? '';
  };
  const drawMoment = (place: Place): number => {
    const weights = shop.places[place].hours;
    const hour = chooseWeighted(random, hours, (candidate) => weights[candidate] ?? 0) ?? 12;
    return calendar.instant(day.day, Math.floor((hour + random.next()) * hourMs));
  };
  const tillOf = (place: Place, location: string): string | undefined => {
    const tills = shop.locations.find(({ id }) => id === location)?.tills;
    return place === 'online' || tills === undefined
      ? undefined
      : tills[random.integer(tills.length)];
  };

  /** Order, payment and what follows; a story may send more people for the same product. */
  const buy = (call: Call, arrival: Arrival, moment: Moment, want?: Want): boolean => {
    const { place, atMs, location } = call;
    const { customer, channel } = arrival;
    const favourite = customer?.favourite ?? -1;
    const visit = { day, hour: calendar.hourOf(atMs), moment, favourite };
    let more: readonly Want[] = [];
    let basket: Basket | undefined;
    if (want === undefined) ({ basket, more } = fillBasket(shelves, visit));
    else basket = fetchBasket(shelves, visit, want);
    if (basket !== undefined) {
      const id = nextOrderId(moment.till);
      if (place === 'online' && customer !== undefined) {
        serial.visit += 1;
        const { visit: n } = serial;
        visitBeforeOrder({
          random,
          emit,
          shop,
          orderMs: atMs,
          visit: n,
          customer,
          basket,
          channel,
        });
      }
      placeOrder(
        desk,
        { id, atMs, customer, location, channel: channel.id, basket, shipped: place === 'online' },
        shop.places[place],
      );
      if (customer !== undefined) {
        const plan = basket.lines[0]?.product;
        if (subscriptions === undefined) clientele.comeBack(customer, place, day.day);
        else if (plan !== undefined) subscriptions.start(customer, plan, day.day, location);
      }
    }
    for (const wanted of more) {
      const later = { ...call, atMs: Math.min(atMs + random.integer(600_000), day.toMs - 1) };
      const other = clientele.pick(place, later.atMs, location, channel);
      if (other.fresh && other.customer !== undefined) {
        clientele.introduce(other.customer, place, later.atMs);
      }
      buy(later, other, { ...moment, atMs: later.atMs }, wanted);
    }
    return basket !== undefined;
  };

  /** Somebody comes to buy, unless a story turns them away or an experiment changes their mind. */
  const serve = (
    call: Call,
    how: { readonly channel?: Channel; readonly extra?: boolean } = {},
  ) => {
    const { place, atMs, location } = call;
    const arrival = clientele.pick(place, atMs, location, how.channel);
    const { customer, channel } = arrival;
    const till = tillOf(place, location);
    const moment = { atMs, location, channel: channel.id, till };
    const copies = how.extra === true ? 1 : influence.buyers(moment);
    for (let copy = 1; copy < copies; copy += 1) serve(call, { channel, extra: true });
    const again = () => {
      if (customer !== undefined && !arrival.fresh) {
        clientele.comeLater(customer, place, day.day + 7);
      }
    };
    if (copies === 0) return again();
    const met =
      place === 'online' && customer !== undefined
        ? influence.meets(customer, atMs, emit)
        : undefined;
    if (met !== undefined && !met.buys) {
      serial.visit += 1;
      const { visit } = serial;
      const who =
        customer === undefined || arrival.fresh
          ? { anonymous_id: `V${visit}` }
          : { customer_id: customer.id };
      lookAround({ emit, shop, atMs, visit, who, channel });
      met.expose(who);
      if (customer !== undefined && !arrival.fresh) {
        clientele.comeLater(customer, place, calendar.dayOf(met.endsMs) + 1);
      }
      return;
    }
    if (arrival.fresh && customer !== undefined) clientele.introduce(customer, place, atMs);
    const bought = buy(call, arrival, moment);
    if (bought && customer !== undefined) met?.expose({ customer_id: customer.id });
  };

  const look = () => {
    serial.visit += 1;
    const startMs = drawMoment('online');
    const onlooker = drawOnlooker(random, shop);
    const { channel } = onlooker;
    const copies = influence.onlookers({ atMs: startMs, channel: channel.id, location: '' });
    for (let copy = 0; copy < copies; copy += 1) {
      if (copy > 0) serial.visit += 1;
      const met = influence.meets(undefined, startMs, emit);
      if (met?.buys === true) {
        const location = chooseLocation('online');
        const arrival = clientele.recruit('online', location, channel);
        const moment = { atMs: startMs, channel: channel.id, location };
        if (arrival.customer !== undefined) {
          clientele.introduce(arrival.customer, 'online', startMs);
          const bought = buy({ place: 'online', atMs: startMs, location }, arrival, moment);
          if (bought) met.expose({ customer_id: arrival.customer.id });
        }
        continue;
      }
      met?.expose({ anonymous_id: `V${serial.visit}` });
      browse({ random, emit, shop, onlooker, startMs, visit: serial.visit });
    }
  };

  for (; ; age += 1) {
    day = calendar.factsOf(options.startDay + age);
    clientele.startDay(day.day);
    const morningMs = calendar.instant(day.day, openingMs);
    openPlaces(morningMs - hourMs);
    if (age % repriceEveryDays === 0 || (age + costShiftDays) % repriceEveryDays === 0) {
      for (const product of shop.products) describe(product, morningMs - 1_800_000);
    }
    influence.startDay(day, floor);
    stock.receive(day.day, morningMs);
    if (day.dayOfMonth === 1 || age === 0) stock.count(morningMs + 60_000);
    subscriptions?.renew(day.day);
    // bad weather, a mention in a blog: no two days are alike
    const mood = 0.9 + random.next() * 0.2;
    const expected = (place: Place) =>
      options.ordersADay * shop.places[place].share * demandOn(shop, day, age, place) * mood;
    const online = expected('online');
    const store = expected('store');
    for (const [place, mean] of [
      ['online', online],
      ['store', store],
    ] as const) {
      const orders = drawPoisson(random, mean);
      for (let n = 0; n < orders; n += 1) {
        const atMs = drawMoment(place);
        serve({ place, atMs, location: chooseLocation(place) });
      }
    }
    // a promotion brings buyers rather than onlookers, so visits rise by less than orders
    const onlookers = drawPoisson(random, (online / mood) ** 0.9 * shop.onlookersAnOrder);
    for (let n = 0; n < onlookers; n += 1) look();
    yield { day: day.day, events: schedule.take(day.day) };
  }
}
