import type { Cohort, CohortByRules, CohortGroup } from '@olympus/sdk';
import type { CohortDefinition } from './cohorts-query.js';

export type Condition = CohortGroup['conditions'][number];
export type Kind = Condition['kind'];

/** Kinds of conditions in the order to offer them. */
export const KINDS: readonly Kind[] = [
  'did',
  'did_not',
  'sequence',
  'first_seen',
  'metric',
  'property',
  'cohort',
];

/** A cohort as it is being written. */
export interface Draft {
  readonly name: string;
  readonly description: string;
  readonly kind: 'rules' | 'list';
  readonly match: 'all' | 'any';
  readonly groups: readonly CohortGroup[];
  /** Pasted ids of customers, in lines or with commas. */
  readonly pasted: string;
}

const order = { act: 'order.placed' };

/** A new condition of the kind, as it is most often meant. */
export function newCondition(kind: Kind): Condition {
  switch (kind) {
    case 'did':
      return { kind, act: order, at_least: 1, within: { last_days: 90 } };
    case 'did_not':
      return { kind, act: order, within: { last_days: 90 } };
    case 'sequence':
      return { kind, first: { act: 'product.viewed' }, next: order, days: 7 };
    case 'property':
      return { kind, dimension: 'customer.country', operator: 'equals', values: [] };
    case 'metric':
      return { kind, metric: 'revenue', operator: 'gte', value: 500 };
    case 'first_seen':
      return { kind, within: { last_days: 90 } };
    case 'cohort':
      return { kind, cohort: '', member: true };
  }
}

export const newGroup = (): CohortGroup => ({ match: 'all', conditions: [newCondition('did')] });

export const emptyDraft = (): Draft => ({
  name: '',
  description: '',
  kind: 'rules',
  match: 'all',
  groups: [newGroup()],
  pasted: '',
});

/** A saved cohort to be changed; whom a list names is not told again. */
export function draftOf({ name, description, definition }: Cohort): Draft {
  const rules = definition.kind === 'rules' ? definition : undefined;
  return {
    name,
    description,
    kind: definition.kind,
    match: rules?.match ?? 'all',
    groups: rules?.groups ?? [newGroup()],
    pasted: '',
  };
}

export const pastedIds = (pasted: string): readonly string[] => [
  ...new Set(pasted.split(/[\n,;\t]+/).flatMap((part) => part.trim() || [])),
];

/** What the draft defines; undefined while something is left to be said. */
export function definitionOf(
  draft: Draft,
): { readonly definition: CohortDefinition; readonly customers?: readonly string[] } | undefined {
  if (draft.kind === 'list') {
    const customers = pastedIds(draft.pasted);
    return customers.length === 0 ? undefined : { definition: { kind: 'list' }, customers };
  }
  const { match, groups } = draft;
  const said = groups.every(({ conditions }) => conditions.length > 0 && conditions.every(isSaid));
  const rules: CohortByRules = { kind: 'rules', match, groups };
  return said && groups.length > 0 ? { definition: rules } : undefined;
}

function isSaid(condition: Condition): boolean {
  switch (condition.kind) {
    case 'property':
      return condition.values.length > 0;
    case 'cohort':
      return condition.cohort !== '';
    case 'metric':
      return Number.isFinite(condition.value);
    case 'sequence':
      return condition.days >= 1;
    default:
      return true;
  }
}

/** An id made of a name: `Ordered twice (EU)` is `ordered-twice-eu`. */
export function idOf(name: string, taken: readonly string[]): string {
  const plain = name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 56);
  const base = plain === '' ? 'cohort' : plain;
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(id)) return id;
  }
}
