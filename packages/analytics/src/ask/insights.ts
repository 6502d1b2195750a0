import { addWall, type Grain } from '@olympus/core';
import {
  type NarratedMetric,
  type NarrativeFact,
  type NarrativePeriod,
  narrate,
} from '@olympus/language';
import type { Unit } from '@olympus/semantic';
import type { Insight } from './ask-answer.js';

/** The name of a cell, as insights refer to it. */
export const cellName = (table: string, row: number, column: string) => `${table}/${row}/${column}`;

/** How a metric's numbers are written in sentences. */
export function narrated(label: string, unit: Unit, currency: string): NarratedMetric {
  switch (unit) {
    case 'currency':
      return { label, format: { kind: 'currency', currency } };
    case 'ratio':
      return { label, format: { kind: 'ratio' } };
    case 'count':
      return { label, format: { kind: 'number', maximumFractionDigits: 0 } };
    case 'number':
      return { label, format: { kind: 'number' } };
    default:
      throw new Error(`unknown unit ${unit satisfies never}`);
  }
}

/** A range as it is told: whole days. An end within a day belongs to that day. */
export function periodOf(range: { readonly from: string; readonly to: string }): NarrativePeriod {
  const from = range.from.slice(0, 10);
  const day = range.to.slice(0, 10);
  const within = range.to.length > 10 || day <= from;
  const to = within
    ? new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    : day;
  return { kind: 'range', from, to };
}

/** The sentences of a fact: in the reader's language, else in English; none for what cannot be told. */
export function tell(fact: NarrativeFact, locale: string): readonly Insight[] {
  const told = narrate(fact, { locale });
  if (told.kind === 'narrative') return told.sentences;
  if (told.reason !== 'unsupported_language') return [];
  const english = narrate(fact, { locale: 'en' });
  return english.kind === 'narrative' ? english.sentences : [];
}

/** A bucket as a period in words, by its local start; an hour by its clock time. */
export function bucketPeriod(start: string, grain: Grain): NarrativePeriod {
  if (grain === 'hour') return { kind: 'label', label: start.replace('T', ' ') };
  const day = start.slice(0, 10);
  const end = addWall(Date.parse(`${day}T00:00:00Z`), grain, 1);
  return periodOf({ from: day, to: new Date(end).toISOString().slice(0, 10) });
}
