import { dayOfIso } from '../../time/index.js';
import type { FrameTime } from './frame.js';

/** What is wrong with a proposed frame, and where. */
export interface FrameProblem {
  readonly path: string;
  readonly message: string;
}

/** One of the words allowed; the fallback for nothing and, with a problem, for anything else. */
export function oneOf<T extends string>(
  problems: FrameProblem[],
  path: string,
  value: unknown,
  allowed: readonly T[],
  fallback: T,
): T {
  if (value === undefined || value === null) return fallback;
  const found = allowed.find((word) => word === value);
  if (found === undefined) problems.push({ path, message: `must be one of ${allowed.join(', ')}` });
  return found ?? fallback;
}

/** Names that are known; the others are problems. */
export function namesOf(
  problems: FrameProblem[],
  path: string,
  value: unknown,
  known: ReadonlySet<string>,
): string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.length > 20) {
    problems.push({ path, message: 'must be a list of at most 20 names' });
    return [];
  }
  return value.flatMap((name: unknown, i) => {
    if (typeof name === 'string' && known.has(name)) return [name];
    problems.push({ path: `${path}[${i}]`, message: 'is not in the catalogue' });
    return [];
  });
}

/** A whole number from 1 to `most`; null for nothing. */
export function wholeOf(
  problems: FrameProblem[],
  path: string,
  value: unknown,
  most: number,
): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= most)
    return value;
  problems.push({ path, message: `must be a whole number from 1 to ${most}` });
  return null;
}

/** A half-open range of real days; null for nothing. */
export function timeOf(problems: FrameProblem[], path: string, value: unknown): FrameTime | null {
  if (value === undefined || value === null) return null;
  if (!isRecord(value) || !isDay(value.from) || !isDay(value.to) || value.from >= value.to) {
    problems.push({ path, message: 'must be a half-open range of ISO dates' });
    return null;
  }
  const label = typeof value.label === 'string' ? value.label.slice(0, 200) : '';
  return { from: value.from, to: value.to, label };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && value.length === 10 && dayOfIso(value) !== undefined;
}
