import { type Amount, negate } from '@olympus/core';
import {
  addLines,
  chargeOf,
  type Line,
  type LineContext,
  type Lines,
  noLines,
  subtractLines,
  toLines,
} from './line.js';
import { asItStands, type Claim, takeRefund, withoutCount } from './refund.js';

const noAmount = 0 as Amount;

export type Entry = 'sale' | 'refund' | 'cancellation';

/** What one event says about an order or refund. */
export interface DocumentVersion {
  readonly documentId: string;
  /** The order, with everything about it; a refund that names no order stands by itself. */
  readonly accountId: string;
  readonly accountHash: number;
  readonly orderId: string | null;
  readonly eventId: string;
  readonly entry: Entry;
  /** When it takes effect; versions are ordered by this; of one time, the later arrived counts. */
  readonly atMs: number;
  readonly receivedAtMs: number;
  /** What all of its lines have in common. */
  readonly context: LineContext;
  /** The order's lines from then on; what a refund or a cancellation takes back, as positive numbers. */
  readonly lines: readonly Line[];
  /** Of a refund. */
  readonly claim?: Claim;
}

/** A version with its place among those of its account that arrived. */
export interface ArrivedVersion extends DocumentVersion {
  readonly arrival: number;
}

/** What a version books, by the entry under which it does. */
export type Booked = Readonly<Record<Entry, Lines>>;

export const nothingBooked: Booked = { sale: noLines, refund: noLines, cancellation: noLines };

/** Of versions of one time, the later arrived counts; old ones know only when they were received. */
export function byTime(a: ArrivedVersion, b: ArrivedVersion): number {
  return (
    a.atMs - b.atMs ||
    a.arrival - b.arrival ||
    a.receivedAtMs - b.receivedAtMs ||
    (a.eventId < b.eventId ? -1 : 1)
  );
}

interface RefundState {
  version: DocumentVersion;
  /** What is booked of it from the order, and beyond; negative numbers. */
  fromOrder: Lines;
  beyond: Lines;
  /** The order that was cancelled since: what was taken from it stays. */
  closed: Lines | undefined;
}

/** An account after some of its versions. */
interface AccountState {
  /** The order's lines; undefined before it was placed and after it was cancelled. */
  order: Lines | undefined;
  /** Of the order what refunds have not taken. */
  left: Lines;
  /** The order as it was last placed. */
  whole: Lines | undefined;
  readonly refunds: Map<string, RefundState>;
  /** Whether the order was placed or cancelled before. */
  begun: boolean;
  /** Whether it has been counted: one that is placed again after a cancellation is no other order. */
  counted: boolean;
}

/**
 * What each version of an account books, from nothing but the versions: so ledger sums come out
 * alike in whatever order they arrive. A version of the order books its lines less those before it,
 * a refund takes from what is left of the order, and a cancellation takes the rest; what is taken
 * once is not taken again. Where an order changes under its refunds, what they take changes with it,
 * at the time of the change.
 * @param versions  in the order of {@link byTime}
 * @returns what each books, one at a time: an account may be long
 */
export function* bookAccount(versions: Iterable<DocumentVersion>): Iterable<Booked> {
  const state: AccountState = {
    order: undefined,
    left: noLines,
    whole: undefined,
    refunds: new Map(),
    begun: false,
    counted: false,
  };
  for (const version of versions) yield bookVersion(state, version);
}

function bookVersion(state: AccountState, version: DocumentVersion): Booked {
  switch (version.entry) {
    case 'sale':
      return bookSale(state, version);
    case 'refund':
      return { ...nothingBooked, refund: bookRefund(state, version) };
    case 'cancellation':
      return bookCancellation(state, version);
  }
}

function bookSale(state: AccountState, { lines }: DocumentVersion): Booked {
  const after = toLines(lines);
  const again = state.counted && state.order === undefined;
  const sale = subtractLines(again ? withoutCount(after) : after, state.order ?? noLines);
  state.counted = true;
  return { ...nothingBooked, sale, refund: place(state, after) };
}

/** Lets the order be these lines. @returns what its refunds take now, less what they took before */
function place(state: AccountState, lines: Lines): Lines {
  state.begun = true;
  state.order = lines;
  state.whole = lines;
  return takeAgain(state, lines);
}

/** Takes all open refunds from the order anew. @returns the difference to what they took before */
function takeAgain(state: AccountState, order: Lines): Lines {
  let difference = noLines;
  state.left = order;
  for (const refund of state.refunds.values()) {
    if (refund.closed === undefined)
      difference = addLines(difference, evaluate(state, refund).values());
  }
  return difference;
}

function bookRefund(state: AccountState, version: DocumentVersion): Lines {
  const known = state.refunds.get(version.documentId);
  if (known === undefined) {
    const closed = state.order === undefined ? state.whole : undefined;
    const refund = { version, fromOrder: noLines, beyond: noLines, closed };
    state.refunds.set(version.documentId, refund);
    return evaluate(state, refund);
  }
  known.version = version;
  if (known.closed !== undefined || state.order === undefined) return evaluate(state, known);
  return takeAgain(state, state.order);
}

/** Takes a refund from what is left. @returns the difference to what was booked of it before */
function evaluate(state: AccountState, refund: RefundState): Lines {
  const { version, fromOrder, beyond } = refund;
  const { claim = { kind: 'lines', goodwill: false }, lines, context } = version;
  const asked = { claim, lines, context };
  const whole = refund.closed ?? state.whole;
  if (whole === undefined) {
    refund.fromOrder = negative(asItStands(asked), undefined);
  } else {
    const left = refund.closed === undefined ? state.left : noLines;
    const kept = refund.closed === undefined ? noAmount : negate(chargeOf(fromOrder.values()));
    const taken = takeRefund(asked, left, whole, kept);
    refund.beyond = negative(taken.beyond, sampleOf(whole), context);
    if (refund.closed === undefined) {
      state.left = subtractLines(state.left, taken.fromOrder);
      refund.fromOrder = negative(taken.fromOrder, undefined, context);
    }
  }
  const before = addLines(fromOrder, beyond.values());
  return subtractLines(addLines(refund.fromOrder, refund.beyond.values()), before);
}

function bookCancellation(state: AccountState, { lines }: DocumentVersion): Booked {
  // a cancellation whose order was never sent tells itself what it takes back
  const own = toLines(lines);
  const standsAlone = state.order === undefined && !state.begun && own.size > 0;
  const refund = standsAlone ? place(state, own) : noLines;
  const cancellation = subtractLines(noLines, state.left);
  if (state.order !== undefined) {
    for (const one of state.refunds.values()) one.closed ??= state.whole;
  }
  state.begun = true;
  state.order = undefined;
  state.left = noLines;
  return { ...nothingBooked, refund, cancellation };
}

const sampleOf = (lines: Lines): LineContext | undefined => [...lines.values()][0]?.context;

/**
 * The lines taken back: who and where as the refund says, or else as its order does.
 * @param order  where the lines themselves are the refund's
 */
function negative(lines: Lines, order: LineContext | undefined, refund?: LineContext): Lines {
  return addLines(
    noLines,
    [...lines.values()].map((line) => {
      const said = refund ?? line.context;
      const known = order ?? line.context;
      const context: LineContext = {
        ...line.context,
        customer_key: said.customer_key ?? known.customer_key,
        country: said.country ?? known.country,
        location_id: said.location_id ?? known.location_id,
        channel: said.channel ?? known.channel,
        promotion_id: said.promotion_id ?? known.promotion_id,
      };
      return { ...line, context };
    }),
    -1,
  );
}
