import { type ColumnOrder, parseTime, type WrittenTime } from '../values/dates.js';
import { type ClockChanges, toInstant } from '../values/instants.js';
import { compileTimeFormat } from '../values/time-format.js';
import type { Cells } from './condition.js';
import type { ColumnTime, Time } from './mapping.js';

export interface TimeContext {
  indexOf(column: string): number;
  /** Which of day and month comes first in a column. */
  orderOf(column: string): ColumnOrder;
  readonly zone: string;
  readonly changes: ClockChanges;
}

const rememberedTexts = 20_000;

/** A row's instant as RFC 3339 in UTC; text that is no time stays, for the collector to refuse. */
export function compileTime(time: Time, context: TimeContext): (cells: Cells) => string {
  if ('constant' in time) return () => time.constant;
  const { indexOf, zone, changes } = context;
  const laterMs = (time.plus_seconds ?? 0) * 1000;
  const columns = [time.column, ...(time.or ?? [])];
  const places = columns.map((column) => ({
    index: indexOf(column),
    parse: parserOf(time, column, context),
  }));
  const clockAt = time.clock === undefined ? -1 : indexOf(time.clock);
  const zoneAt = time.zone_column === undefined ? -1 : indexOf(time.zone_column);
  let remembered = new Map<
    string,
    { readonly text: string; readonly changed: keyof ClockChanges | undefined }
  >();

  return (cells) => {
    const place = places.find(({ index }) => (cells[index]?.trim() ?? '') !== '') ?? places[0];
    const day = cells[place?.index ?? -1]?.trim() ?? '';
    const clock = clockAt < 0 ? '' : (cells[clockAt]?.trim() ?? '');
    const zoneName = zoneAt < 0 ? '' : (cells[zoneAt]?.trim() ?? '');
    const text = clock === '' ? day : `${day} ${clock}`;
    const key = `${place?.index}\n${text}\n${zoneName}`;
    let known = remembered.get(key);
    if (known === undefined) {
      const own = { skipped: 0, twice: 0 };
      const written = place?.parse(text);
      const ms = written === undefined ? undefined : toInstant(written, zone, own, zoneName);
      known = {
        text: ms === undefined ? text : new Date(ms + laterMs).toISOString(),
        changed: own.skipped > 0 ? 'skipped' : own.twice > 0 ? 'twice' : undefined,
      };
      if (remembered.size >= rememberedTexts) remembered = new Map();
      remembered.set(key, known);
    }
    if (known.changed !== undefined) changes[known.changed] += 1;
    return known.text;
  };
}

function parserOf(
  time: ColumnTime,
  column: string,
  { orderOf }: TimeContext,
): (text: string) => WrittenTime | undefined {
  if (time.format !== undefined) {
    const read = compileTimeFormat(time.format);
    if (read !== undefined) return read;
  }
  const order = time.order ?? orderOf(column);
  return (text) => parseTime(text, order);
}
