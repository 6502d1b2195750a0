import type { Moment } from '../simulation/influence.js';
import { drawCopies, isWithin, resolveSpan } from './span.js';
import type { PlantContext, Planted, StorySpan, TruthSpan } from './story.js';
import { locationOf, requireChannel, requireTill } from './targets.js';

/** Fewer come by one channel, to look and to buy. */
export interface ChannelDrop extends StorySpan {
  readonly kind: 'channel_drop';
  readonly channel: string;
  /** Share that still comes, 0 … 1. */
  readonly factor: number;
}

/** More come than usual, for the most part to look. */
export interface TrafficSpike extends StorySpan {
  readonly kind: 'traffic_spike';
  /** Visits without an order over the usual. */
  readonly visits: number;
  /** Orders over the usual; 1 when absent. */
  readonly orders?: number;
  /** Only by this channel; by all when absent. */
  readonly channel?: string;
}

/** A till sells on, but nothing of it arrives. */
export interface SilentTill extends StorySpan {
  readonly kind: 'silent_till';
  readonly location: string;
  /** One of the location's tills; all of them when absent. */
  readonly till?: string;
}

export interface ChannelDropTruth extends TruthSpan {
  readonly kind: 'channel_drop';
  readonly channel: string;
  readonly factor: number;
  readonly ordersLost: number;
}

export interface TrafficSpikeTruth extends TruthSpan {
  readonly kind: 'traffic_spike';
  readonly visits: number;
  readonly orders: number;
  readonly channel: string | undefined;
  readonly visitsAdded: number;
  readonly ordersAdded: number;
}

export interface SilentTillTruth extends TruthSpan {
  readonly kind: 'silent_till';
  readonly location: string;
  readonly till: string | undefined;
  readonly ordersUnsent: number;
}

export function plantChannelDrop(
  story: ChannelDrop,
  { shop, calendar, random }: PlantContext,
): Planted<ChannelDropTruth> {
  const { kind, channel, factor } = story;
  requireChannel(shop, channel);
  const span = resolveSpan(calendar, story);
  let ordersLost = 0;
  const comes = (moment: Moment) =>
    moment.channel === channel && isWithin(span, moment.atMs) ? drawCopies(random, factor) : 1;
  return {
    influence: {
      buyers: (moment) => {
        const come = comes(moment);
        if (come === 0) ordersLost += 1;
        return come;
      },
      onlookers: comes,
    },
    truth: () => ({ kind, ...span, channel, factor, ordersLost }),
  };
}

export function plantTrafficSpike(
  story: TrafficSpike,
  { shop, calendar, random }: PlantContext,
): Planted<TrafficSpikeTruth> {
  const { kind, visits, orders = 1, channel } = story;
  if (channel !== undefined) requireChannel(shop, channel);
  const span = resolveSpan(calendar, story);
  const counted = { visitsAdded: 0, ordersAdded: 0 };
  const come = (moment: Moment, factor: number) =>
    isWithin(span, moment.atMs) && (channel === undefined || moment.channel === channel)
      ? drawCopies(random, factor)
      : 1;
  return {
    influence: {
      buyers: (moment) => {
        const number = come(moment, orders);
        counted.ordersAdded += number - 1;
        return number;
      },
      onlookers: (moment) => {
        const number = come(moment, visits);
        counted.visitsAdded += number - 1;
        return number;
      },
    },
    truth: () => ({ kind, ...span, visits, orders, channel, ...counted }),
  };
}

export function plantSilentTill(
  story: SilentTill,
  { shop, calendar }: PlantContext,
): Planted<SilentTillTruth> {
  const { kind, till } = story;
  const location = locationOf(shop, story.location);
  if (till !== undefined) requireTill(shop, location, till);
  const span = resolveSpan(calendar, story);
  let ordersUnsent = 0;
  // what is delivered from a place with tills passes none of them
  const passes = (moment: Moment) =>
    moment.location === location.id &&
    (till === undefined
      ? location.tills === undefined || moment.till !== undefined
      : moment.till === till);
  return {
    influence: {
      buyers: (moment) => {
        if (!passes(moment) || !isWithin(span, moment.atMs)) return 1;
        ordersUnsent += 1;
        return 0;
      },
    },
    truth: () => ({ kind, ...span, location: location.id, till, ordersUnsent }),
  };
}
