import { addLines, type Line, type Lines, noLines, subtractLines, toLines } from './line.js';

export type Entry = 'sale' | 'refund' | 'cancellation';

/** What one event says about an order or refund. */
export interface DocumentVersion {
  readonly documentId: string;
  readonly documentHash: number;
  readonly orderId: string | null;
  readonly eventId: string;
  readonly entry: Entry;
  /** When it takes effect; versions are ordered by this; of one time, the later received counts. */
  readonly atMs: number;
  readonly receivedAtMs: number;
  /** The document's lines from then on; a cancellation's are what it takes back when it stands alone. */
  readonly lines: readonly Line[];
  /** The order a refund belongs to, when it says. */
  readonly refundOf?: { readonly documentId: string; readonly documentHash: number };
}

/** A version and what the ledger holds under its time and event. */
export interface BookedVersion extends Omit<DocumentVersion, 'lines' | 'refundOf'> {
  readonly booked: Lines;
}

/** Rows to add to the ledger under a version; empty lines stand for a marker row. */
export interface Booking {
  readonly version: Omit<DocumentVersion, 'lines' | 'refundOf'>;
  readonly lines: Lines;
}

interface Booked {
  readonly versions: readonly BookedVersion[];
  readonly bookings: readonly Booking[];
}

/**
 * Puts a version in its place in a document's history and says what to book, so that the ledger's
 * sums come out alike in whatever order versions arrive:
 * a version's rows are its lines less the lines before it; the rows of the version that follows
 * are corrected under that version's own time. After a cancellation no lines are left.
 */
export function bookVersion(history: readonly BookedVersion[], incoming: DocumentVersion): Booked {
  const position = history.findIndex((version) => follows(version, incoming));
  const index = position === -1 ? history.length : position;
  const earlier = history.slice(0, index);
  const later = history.slice(index);
  const before = linesAfter(earlier);
  const after = incoming.entry === 'cancellation' ? noLines : toLines(incoming.lines);
  const standsAlone = incoming.entry === 'cancellation' && earlier.length === 0;
  const own = standsAlone ? addLines(noLines, incoming.lines, -1) : subtractLines(after, before);

  const { lines: _lines, refundOf: _order, ...version } = incoming;
  const bookings: Booking[] = [{ version, lines: own }];
  const versions: BookedVersion[] = [...earlier, { ...version, booked: own }];
  const [next, ...rest] = later;
  if (next !== undefined) {
    const correction =
      next.entry === 'cancellation'
        ? subtractLines(subtractLines(noLines, after), next.booked)
        : subtractLines(before, after);
    if (correction.size > 0) bookings.push({ version: next, lines: correction });
    versions.push({ ...next, booked: addLines(next.booked, correction.values()) }, ...rest);
  }
  return { versions, bookings };
}

/**
 * What to book so that the ledger is as if some versions had never come: the versions that remain
 * and whose rows change, each with all of its rows.
 * @param ownLines  a cancellation's own lines, by event id: they count once nothing is before it
 */
export function withdrawVersions(
  history: readonly BookedVersion[],
  withdrawn: ReadonlySet<string>,
  ownLines: (eventId: string) => Iterable<Line>,
): readonly Booking[] {
  const bookings: Booking[] = [];
  let before = noLines;
  let kept = 0;
  for (const [index, { booked, ...version }] of history.entries()) {
    if (withdrawn.has(version.eventId)) continue;
    const after = linesAfter(history.slice(0, index + 1));
    const standsAlone = version.entry === 'cancellation' && kept === 0;
    let target = subtractLines(after, before);
    if (standsAlone) {
      target = index === 0 ? booked : addLines(noLines, ownLines(version.eventId), -1);
    }
    if (!isSame(target, booked)) bookings.push({ version, lines: target });
    before = after;
    kept += 1;
  }
  return bookings;
}

function isSame(left: Lines, right: Lines): boolean {
  return subtractLines(left, right).size === 0;
}

function follows(version: BookedVersion, incoming: DocumentVersion): boolean {
  if (version.atMs !== incoming.atMs) return version.atMs > incoming.atMs;
  if (version.receivedAtMs !== incoming.receivedAtMs) {
    return version.receivedAtMs > incoming.receivedAtMs;
  }
  return version.eventId > incoming.eventId;
}

/** The document's lines after all these versions. */
function linesAfter(versions: readonly BookedVersion[]): Lines {
  let lines = noLines;
  for (const { entry, booked } of versions) {
    lines = entry === 'cancellation' ? noLines : addLines(lines, booked.values());
  }
  return lines;
}
