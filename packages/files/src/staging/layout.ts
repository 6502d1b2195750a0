import { compileCondition } from '../mapping/condition.js';
import type { Mapping } from '../mapping/mapping.js';
import { carryDown } from './carry-down.js';
import type { Row } from './rows.js';
import type { Survey, Surveys } from './surveys.js';

/** Where everything stands in the rows of a file. */
export interface Layout {
  readonly width: number;
  readonly places: readonly number[];
  readonly whens: readonly { readonly also: boolean; readonly holds: (cells: Row) => boolean }[];
  readonly surveyed: readonly {
    readonly index: number;
    readonly survey: Survey;
    readonly clock: number;
  }[];
  readonly carry: ((cells: Row) => Row) | undefined;
}

/** @param before  the layout of the file's rows so far, whose rows go on */
export function layOut(
  mapping: Mapping,
  columns: readonly string[],
  wanted: readonly string[],
  { surveys, before }: { readonly surveys: Surveys; readonly before: Layout | undefined },
): Layout {
  const indexOf = (name: string) => columns.indexOf(name);
  return {
    width: columns.length,
    places: wanted.map(indexOf),
    whens: mapping.events.map(({ when, also = false }) => ({
      also,
      holds: when === undefined ? () => true : compileCondition(when, indexOf),
    })),
    surveyed: [...surveys.numbers, ...surveys.dates]
      .map(([name, survey]) => ({
        index: indexOf(name),
        survey,
        clock: indexOf(surveys.clocks.get(name) ?? ''),
      }))
      .filter(({ index }) => index >= 0),
    carry: before?.carry ?? carryDown(mapping, columns),
  };
}
