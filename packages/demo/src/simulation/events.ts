import type { EventData, EventType } from '@olympus/ingest';
import type { LocalDay } from './calendar.js';

/** A CloudEvent of a simulated shop as the collector receives it; its data is typed by its type. */
export type DemoEvent<Type extends EventType = EventType> = {
  [T in Type]: {
    readonly specversion: '1.0';
    readonly id: string;
    readonly source: string;
    readonly type: T;
    readonly time: string;
    readonly subject?: string;
    readonly data: EventData[T];
  };
}[Type];

/** Whether an event is of a type, for `filter` and the like. */
export const isOfType =
  <Type extends EventType>(type: Type) =>
  (event: DemoEvent): event is Extract<DemoEvent, { readonly type: Type }> =>
    event.type === type;

export interface TimedEvent {
  readonly atMs: number;
  readonly event: DemoEvent;
}

/** Puts an event on the shop's schedule; events of later days wait for their day. */
export type Emit = <Type extends EventType>(
  atMs: number,
  type: Type,
  data: EventData[Type],
  subject?: string,
) => void;

export interface Schedule {
  readonly emit: Emit;
  /** Everything of a day, in order of time. */
  take(day: LocalDay): readonly TimedEvent[];
}

const eventSource = 'demo/simulator';

/** An event of a simulated shop; the data must be that of the type. */
export function describeEvent<Type extends EventType>(
  id: string,
  atMs: number,
  type: Type,
  data: EventData[Type],
  subject?: string,
): DemoEvent;
export function describeEvent(
  id: string,
  atMs: number,
  type: EventType,
  data: EventData[EventType],
  subject?: string,
): Omit<DemoEvent, 'type' | 'data'> & { type: EventType; data: EventData[EventType] } {
  const time = new Date(atMs).toISOString();
  const specversion = '1.0';
  return subject === undefined
    ? { specversion, id, source: eventSource, type, time, data }
    : { specversion, id, source: eventSource, type, time, subject, data };
}

/** Ids count up in the order of emission, so the same seed gives the same ids. */
export function createSchedule(dayOf: (utcMs: number) => LocalDay): Schedule {
  let serial = 0;
  let open: LocalDay = Number.NEGATIVE_INFINITY;
  const waiting = new Map<LocalDay, TimedEvent[]>();
  return {
    emit: (atMs, type, data, subject) => {
      serial += 1;
      const event = describeEvent(`demo-${serial.toString(36)}`, atMs, type, data, subject);
      // the beginning of a visit shortly after midnight goes out with the day of its order
      const day = Math.max(open, dayOf(atMs));
      const list = waiting.get(day);
      if (list === undefined) waiting.set(day, [{ atMs, event }]);
      else list.push({ atMs, event });
    },
    take: (day) => {
      open = day + 1;
      const due = waiting.get(day) ?? [];
      waiting.delete(day);
      return due.sort((a, b) => a.atMs - b.atMs);
    },
  };
}
