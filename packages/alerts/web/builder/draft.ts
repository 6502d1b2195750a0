import type { Alert, AlertTemplates, InputOf, QueryFilter, Unit } from '@olympus/sdk';
import type { AlertWindow, Rule } from '../wording.js';

export type AlertInput = Omit<InputOf<'alerts.create'>, 'tenant_id' | 'locale'>;
export type Hours = NonNullable<AlertInput['hours']>;
type Filter = NonNullable<Alert['filters']>[number];

export const KINDS = ['threshold', 'change', 'band', 'no_data', 'new_value', 'pace'] as const;
export const WINDOWS = ['5m', '15m', '30m', '60m', 'hour', 'day', 'week', 'month'] as const;

/** An alert as the builder holds it: every rule keeps its fields while another is looked at. Numbers are text. */
export interface Draft {
  readonly metric: string;
  readonly filters: readonly Filter[];
  readonly groupBy: string;
  readonly window: AlertWindow;
  readonly kind: Rule['kind'];
  readonly side: 'above' | 'below';
  readonly level: string;
  readonly resolve: string;
  readonly way: 'up' | 'down';
  readonly size: string;
  readonly as: 'percent' | 'absolute';
  readonly against: 'previous' | 'week' | 'year';
  readonly unusual: 'either' | 'above' | 'below';
  readonly sensitivity: 'low' | 'medium' | 'high';
  readonly minutes: string;
  readonly dimension: string;
  readonly kpi: string;
  readonly times: string;
  readonly hours: Hours | null;
  readonly quiet: Hours | null;
  readonly name: string;
  readonly severity: NonNullable<AlertInput['severity']>;
  readonly owner: string;
  readonly description: string;
  readonly channels: readonly string[];
  readonly escalateAfter: string;
  readonly escalateTo: readonly string[];
  readonly enabled: boolean;
}

export const emptyDraft: Draft = {
  metric: 'revenue',
  filters: [],
  groupBy: '',
  window: 'day',
  kind: 'band',
  side: 'below',
  level: '',
  resolve: '',
  way: 'down',
  size: '20',
  as: 'percent',
  against: 'week',
  unusual: 'either',
  sensitivity: 'medium',
  minutes: '120',
  dimension: '',
  kpi: '',
  times: '1',
  hours: null,
  quiet: null,
  name: '',
  severity: 'warning',
  owner: '',
  description: '',
  channels: [],
  escalateAfter: '',
  escalateTo: [],
  enabled: true,
};

/** How much a typed number is multiplied by: rates are typed in per cent. */
const scaleOf = (unit: Unit | null) => (unit === 'ratio' ? 100 : 1);

export const written = (value: number, unit: Unit | null): string =>
  String(Number((value * scaleOf(unit)).toPrecision(12)));

/** An alert, or a template, as a draft. */
export function draftOf(
  alert: Alert | AlertTemplates['templates'][number],
  unit: Unit | null,
): Draft {
  const { rule } = alert;
  const of = <K extends Rule['kind']>(kind: K) =>
    rule.kind === kind ? (rule as Extract<Rule, { kind: K }>) : undefined;
  const threshold = of('threshold');
  const change = of('change');
  const band = of('band');
  const resolve = threshold?.resolve ?? change?.resolve;
  const inUnit = threshold !== undefined || change?.as === 'absolute' ? unit : null;
  return {
    ...emptyDraft,
    metric: alert.metric,
    filters: alert.filters ?? [],
    groupBy: alert.group_by ?? '',
    window: alert.window,
    kind: rule.kind,
    side: threshold?.direction ?? emptyDraft.side,
    level: threshold ? written(threshold.level, unit) : '',
    resolve: resolve === undefined || resolve === null ? '' : written(resolve, inUnit),
    way: change?.direction ?? emptyDraft.way,
    size: change ? written(change.size, change.as === 'absolute' ? unit : null) : emptyDraft.size,
    as: change?.as ?? emptyDraft.as,
    against: change?.against ?? emptyDraft.against,
    unusual: band?.direction ?? emptyDraft.unusual,
    sensitivity: band?.sensitivity ?? emptyDraft.sensitivity,
    minutes: String(of('no_data')?.minutes ?? emptyDraft.minutes),
    dimension: of('new_value')?.dimension ?? '',
    kpi: of('pace')?.kpi ?? '',
    times: String(alert.for ?? 1),
    hours: alert.hours ?? null,
    quiet: alert.quiet ?? null,
    name: alert.name,
    severity: alert.severity ?? 'warning',
    owner: alert.owner ?? '',
    description: alert.description ?? '',
    channels: alert.channels ?? [],
    escalateAfter: alert.escalation ? String(alert.escalation.after_minutes) : '',
    escalateTo: alert.escalation?.channels ?? [],
    enabled: alert.enabled ?? true,
  };
}

/** What is watched, as the server takes it; undefined while something is missing. */
export function conditionOf(draft: Draft, unit: Unit | null) {
  const rule = ruleOf(draft, unit);
  if (draft.metric === '' || rule === undefined) return undefined;
  const grouped = rule.kind !== 'pace' && rule.kind !== 'new_value' && draft.groupBy !== '';
  return {
    metric: draft.metric,
    filters: [...draft.filters],
    group_by: grouped ? draft.groupBy : null,
    window: windowFor(draft),
    rule,
    for: Math.min(20, Math.max(1, Math.round(numberOf(draft.times) ?? 1))),
    hours: draft.hours,
  };
}

/** Rules that judge whole windows of the calendar take no rolling ones. */
export const windowsFor = (kind: Rule['kind']): readonly AlertWindow[] =>
  kind === 'band' || kind === 'new_value' ? WINDOWS.slice(4) : WINDOWS;

const windowFor = ({ kind, window }: Draft): AlertWindow =>
  windowsFor(kind).includes(window) ? window : 'hour';

function ruleOf(draft: Draft, unit: Unit | null): Rule | undefined {
  const scale = scaleOf(unit);
  const resolve = numberOf(draft.resolve);
  switch (draft.kind) {
    case 'threshold': {
      const level = numberOf(draft.level);
      if (level === undefined) return undefined;
      const back = resolve === undefined ? null : resolve / scale;
      return { kind: 'threshold', direction: draft.side, level: level / scale, resolve: back };
    }
    case 'change': {
      const size = numberOf(draft.size);
      if (size === undefined || size <= 0) return undefined;
      const by = draft.as === 'absolute' ? scale : 1;
      return {
        kind: 'change',
        direction: draft.way,
        as: draft.as,
        size: size / by,
        against: draft.against,
        resolve: resolve === undefined ? null : resolve / by,
      };
    }
    case 'band':
      return { kind: 'band', direction: draft.unusual, sensitivity: draft.sensitivity };
    case 'no_data': {
      const minutes = numberOf(draft.minutes);
      if (minutes === undefined || minutes < 15 || minutes > 1440) return undefined;
      return { kind: 'no_data', minutes: Math.round(minutes) };
    }
    case 'new_value':
      return draft.dimension === '' ? undefined : { kind: 'new_value', dimension: draft.dimension };
    case 'pace':
      return draft.kpi === '' ? undefined : { kind: 'pace', kpi: draft.kpi };
  }
}

/** Everything, as the server takes it; undefined while something is missing. */
export function inputOf(draft: Draft, unit: Unit | null, sentence: string): AlertInput | undefined {
  const condition = conditionOf(draft, unit);
  if (condition === undefined) return undefined;
  const after = numberOf(draft.escalateAfter);
  return {
    ...condition,
    name: draft.name.trim() || sentence.slice(0, 120),
    quiet: draft.quiet,
    severity: draft.severity,
    owner: draft.owner,
    description: draft.description,
    channels: [...draft.channels],
    escalation:
      after === undefined || after < 1
        ? null
        : { after_minutes: Math.round(after), channels: [...draft.escalateTo] },
    enabled: draft.enabled,
  };
}

function numberOf(text: string): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

/** Conditions as pages write them into addresses: `channel:equals:web,app`. Others are left out. */
export function filtersOf(texts: readonly string[]): readonly QueryFilter[] {
  return texts.flatMap((text) => {
    const [, dimension, operator, list] =
      /^([\w.]+):(equals|not_equals|contains):(.+)$/s.exec(text) ?? [];
    if (dimension === undefined || operator === undefined || list === undefined) return [];
    const values = list
      .split(',')
      .map((value) =>
        value === '%0' ? null : value.replaceAll('%2C', ',').replaceAll('%25', '%'),
      );
    return [{ dimension, operator: operator as QueryFilter['operator'], values }];
  });
}
