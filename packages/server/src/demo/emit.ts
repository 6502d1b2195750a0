import { type LocalDay, localDayOf } from './local-time.js';

/** A CloudEvent of the demo's shop, as it is sent to the collector. */
export interface DemoEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly subject?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface TimedEvent {
  readonly atMs: number;
  readonly event: DemoEvent;
}

/** Puts an event on the shop's schedule; events of later days wait for their day. */
export type Emit = (
  atMs: number,
  type: string,
  data: Readonly<Record<string, unknown>>,
  subject?: string,
) => void;

export interface Schedule {
  readonly emit: Emit;
  /** Everything of a day, in order of time. */
  take(day: LocalDay): readonly TimedEvent[];
}

/** Ids count up in the order of emission, so the same seed gives the same ids. */
export function createSchedule(): Schedule {
  let serial = 0;
  let open: LocalDay = Number.NEGATIVE_INFINITY;
  const waiting = new Map<LocalDay, TimedEvent[]>();
  return {
    emit: (atMs, type, data, subject) => {
      serial += 1;
      const event: DemoEvent = {
        specversion: '1.0',
        id: `demo-${serial.toString(36)}`,
        source: 'demo/simulator',
        type,
        time: new Date(atMs).toISOString(),
        ...(subject === undefined ? {} : { subject }),
        data,
      };
      // the beginning of a visit shortly after midnight goes out with the day of its order
      const day = Math.max(open, localDayOf(atMs));
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
