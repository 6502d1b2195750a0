import type { QueryFilter } from '@olympus/sdk';
import type { Thing } from './explore-search.js';

/** A group that a mark stands for. */
export interface PickedGroup {
  readonly label: string;
  /** Undefined: no plain filters say what it holds. */
  readonly filters: readonly QueryFilter[] | undefined;
}

/** What was chosen in a chart or a table, and where on the screen. */
export interface Picked {
  readonly x: number;
  readonly y: number;
  /** What it is called: a date, a group. */
  readonly title: string;
  /** Metrics as the address has them, with their labels. */
  readonly metrics: readonly { readonly text: string; readonly label: string }[];
  readonly groups: readonly PickedGroup[];
  readonly span?: { readonly from: string; readonly to: string };
}

/** What is behind a value, as a link keeps it. */
export interface RowsLink {
  /** The metric, as the address has it. */
  readonly x: string;
  readonly f: readonly QueryFilter[];
  readonly s?: readonly [string, string];
  /** A column of a distribution: what it is over, and its ends; an open end is undefined. */
  readonly d?: readonly [Thing, number | undefined, number | undefined];
}
