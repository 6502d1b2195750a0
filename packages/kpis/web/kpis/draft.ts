import type { InputOf, Kpi, Unit } from '@olympus/sdk';

export type KpiInput = Omit<InputOf<'kpis.save'>, 'tenant_id' | 'locale'>;
export type KpiCalendar = Kpi['calendar'];
export type TargetKind = 'value' | 'growth' | 'list' | 'none';

export const CALENDARS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export const TARGET_KINDS = ['value', 'growth', 'list', 'none'] as const;

/** A condition as it is typed: one dimension, values with commas between them. */
export interface DraftFilter {
  readonly key: number;
  readonly dimension: string;
  readonly values: string;
}

/** A definition as the form holds it. Numbers are text; rates are in per cent. */
export interface Draft {
  readonly metric: string;
  readonly calendar: KpiCalendar;
  readonly targetKind: TargetKind;
  readonly value: string;
  readonly growth: string;
  readonly list: string;
  readonly name: string;
  readonly direction: 'auto' | 'up_good' | 'down_good';
  readonly owner: string;
  readonly description: string;
  readonly filters: readonly DraftFilter[];
}

export const emptyDraft: Draft = {
  metric: '',
  calendar: 'month',
  targetKind: 'value',
  value: '',
  growth: '5',
  list: '',
  name: '',
  direction: 'auto',
  owner: '',
  description: '',
  filters: [],
};

/** How much a typed number is multiplied by: rates are typed in per cent. */
const scaleOf = (unit: Unit | null) => (unit === 'ratio' ? 100 : 1);

/** A number as the form shows it, without digits that binary fractions add. */
export const written = (value: number, unit: Unit | null): string =>
  String(Number((value * scaleOf(unit)).toPrecision(12)));

/** A KPI as a draft, to be changed. */
export function draftOf(kpi: Kpi): Draft {
  const { target, unit } = kpi;
  return {
    ...emptyDraft,
    metric: kpi.metric,
    calendar: kpi.calendar,
    targetKind: target?.kind ?? 'none',
    value: target?.kind === 'value' ? written(target.value, unit) : '',
    growth: target?.kind === 'growth' ? written(target.growth, 'ratio') : emptyDraft.growth,
    list:
      target?.kind === 'list'
        ? target.values.map((one) => `${one.period} ${written(one.value, unit)}`).join('\n')
        : '',
    name: kpi.name,
    direction: kpi.direction ?? 'auto',
    owner: kpi.owner,
    description: kpi.description,
    filters: kpi.filters
      .filter(isSimple)
      .map(({ dimension, values }, key) => ({ key, dimension, values: values.join(', ') })),
  };
}

type Filter = Kpi['filters'][number];

/** Whether the form can show a condition; others stay as they are. */
export const isSimple = ({ operator, values }: Filter): boolean =>
  operator === 'equals' && values.every((value) => typeof value === 'string');

/** What the form cannot send, and where. */
export type DraftFault =
  | { readonly at: 'metric' | 'target' }
  | { readonly at: 'list'; readonly line: number };

type Target = NonNullable<KpiInput['target']>;

/** What a draft asks the server for, or the first thing that is missing. */
export function inputOf(
  draft: Draft,
  unit: Unit | null,
  metricLabel: string,
  kept: readonly Filter[],
): { readonly input: KpiInput } | { readonly fault: DraftFault } {
  if (draft.metric === '') return { fault: { at: 'metric' } };
  const target = targetFrom(draft, unit);
  if (target !== null && 'at' in target) return { fault: target };
  const filters = draft.filters
    .map(({ dimension, values }) => ({
      dimension,
      operator: 'equals' as const,
      values: values
        .split(',')
        .map((value) => value.trim())
        .filter(Boolean),
    }))
    .filter(({ dimension, values }) => dimension !== '' && values.length > 0);
  return {
    input: {
      name: draft.name.trim() || metricLabel,
      metric: draft.metric,
      calendar: draft.calendar,
      target,
      filters: [...kept, ...filters],
      direction: draft.direction === 'auto' ? null : draft.direction,
      owner: draft.owner,
      description: draft.description,
    },
  };
}

function targetFrom(draft: Draft, unit: Unit | null): Target | null | DraftFault {
  switch (draft.targetKind) {
    case 'none':
      return null;
    case 'value': {
      const value = numberOf(draft.value);
      return value === undefined
        ? { at: 'target' }
        : { kind: 'value', value: value / scaleOf(unit) };
    }
    case 'growth': {
      const growth = numberOf(draft.growth);
      return growth === undefined ? { at: 'target' } : { kind: 'growth', growth: growth / 100 };
    }
    case 'list':
      return listFrom(draft.list, unit);
  }
}

function listFrom(text: string, unit: Unit | null): Target | DraftFault {
  const values: { period: string; value: number }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, period, amount] = /^\s*(\d{4}-\d{2}-\d{2})\s+(\S+)\s*$/.exec(line) ?? [];
    const value = numberOf(amount ?? '');
    if (period === undefined || value === undefined) return { at: 'list', line: index + 1 };
    values.push({ period, value: value / scaleOf(unit) });
  }
  return values.length === 0 ? { at: 'target' } : { kind: 'list', values };
}

function numberOf(text: string): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}
