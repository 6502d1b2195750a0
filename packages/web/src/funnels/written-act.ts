import type { QueryFilter } from '@olympus/sdk';
import { parseFilter, printFilter } from '../scope/filters.js';

/** A step as it is built. */
export interface BuiltStep {
  readonly act: string;
  readonly label?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly filters: readonly QueryFilter[];
}

/** An act that ends the way from one step to another; numbers of steps from 1. */
export interface BuiltExclusion {
  readonly act: string;
  readonly filters: readonly QueryFilter[];
  readonly after?: number | undefined;
  readonly before?: number | undefined;
}

const writePart = (part: string) => part.replaceAll('%', '%25').replaceAll('~', '%7E');
const readPart = (part: string) => part.replaceAll('%7E', '~').replaceAll('%25', '%');

const write = (act: string, parts: readonly (readonly [string, string] | undefined)[]) =>
  [
    writePart(act),
    ...parts.flatMap((part) => (part === undefined ? [] : [`${part[0]}=${writePart(part[1])}`])),
  ].join('~');

function read(text: string) {
  const [act = '', ...parts] = text.split('~');
  const values = parts.map((part) => {
    const at = part.indexOf('=');
    return [part.slice(0, at), readPart(part.slice(at + 1))] as const;
  });
  const of = (key: string) => values.find(([name]) => name === key)?.[1];
  const number = (key: string) => {
    const value = Number(of(key) ?? Number.NaN);
    return Number.isSafeInteger(value) && value > 0 ? value : undefined;
  };
  const filters = values.flatMap(([name, value]) =>
    name === 'f' ? (parseFilter(value) ?? []) : [],
  );
  return { act: readPart(act), filters, of, number };
}

/** A step in the address: `page.viewed~l=Seen~o=1~f=session.path:equals:/`. */
export const printStep = ({ act, label, optional, filters }: BuiltStep): string =>
  write(act, [
    label ? ['l', label] : undefined,
    optional ? ['o', '1'] : undefined,
    ...filters.map((filter) => ['f', printFilter(filter)] as const),
  ]);

/** @returns undefined for what names no act */
export function parseStep(text: string): BuiltStep | undefined {
  const { act, filters, of } = read(text);
  if (act === '') return undefined;
  return {
    act,
    filters,
    ...(of('l') ? { label: of('l') } : {}),
    ...(of('o') === '1' ? { optional: true } : {}),
  };
}

export const printExclusion = ({ act, filters, after, before }: BuiltExclusion): string =>
  write(act, [
    after === undefined ? undefined : ['a', String(after)],
    before === undefined ? undefined : ['b', String(before)],
    ...filters.map((filter) => ['f', printFilter(filter)] as const),
  ]);

/** @returns undefined for what names no act */
export function parseExclusion(text: string): BuiltExclusion | undefined {
  const { act, filters, number } = read(text);
  if (act === '') return undefined;
  const [after, before] = [number('a'), number('b')];
  return {
    act,
    filters,
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
  };
}
