import type { LocalDay } from './calendar.js';
import type { Customer } from './people.js';

interface Entry {
  readonly serial: number;
  readonly customer: Customer;
}

/** Customers who will come back, first come first served once their day has come. */
export interface Returning {
  add(customer: Customer, day: LocalDay): void;
  /** Those whose day has come join the queue. */
  startDay(day: LocalDay): void;
  readonly someReady: boolean;
  take(): Customer | undefined;
  all(): Iterable<Customer>;
}

export function createReturning(): Returning {
  const later = new Map<LocalDay, Entry[]>();
  let ready: Entry[] = [];
  let head = 0;
  let serial = 0;
  return {
    add: (customer, day) => {
      serial += 1;
      const list = later.get(day);
      if (list === undefined) later.set(day, [{ serial, customer }]);
      else list.push({ serial, customer });
    },
    startDay: (day) => {
      const due = later.get(day);
      if (due === undefined) return;
      later.delete(day);
      ready = [...ready.slice(head), ...due].sort((a, b) => a.serial - b.serial);
      head = 0;
    },
    get someReady() {
      return head < ready.length;
    },
    take: () => {
      const entry = ready[head];
      if (entry !== undefined) head += 1;
      return entry?.customer;
    },
    *all() {
      for (let n = head; n < ready.length; n += 1) {
        const entry = ready[n];
        if (entry !== undefined) yield entry.customer;
      }
      for (const entries of later.values()) for (const { customer } of entries) yield customer;
    },
  };
}
