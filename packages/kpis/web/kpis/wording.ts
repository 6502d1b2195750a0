import type { Kpi, Unit } from '@olympus/sdk';
import {
  formatBucket,
  formatInstant,
  formatPointsSize,
  formatShort,
  type NumberStyle,
  type Texts,
} from '@olympus/web/kit';
import type { kpiTexts } from './texts.js';

type KpiText = Texts<(typeof kpiTexts)['en']>;

/** What a KPI without a known unit is written in. */
export const unitOf = ({ unit }: Pick<Kpi, 'unit'>): Unit => unit ?? 'number';

/** Its status in a word, by what kind of goal it is. */
export function statusWord(
  { state, better }: Pick<Kpi, 'state' | 'better'>,
  { t }: KpiText,
): string {
  const { status, kind } = state;
  if (kind === 'rate' && isPaced(status)) return t(`rate.${status}`);
  if (better === 'down_good') {
    if (status === 'reached' || status === 'ahead' || status === 'behind' || status === 'missed') {
      return t(`limit.${status}`);
    }
  }
  return t(`status.${status}`);
}

const isPaced = (status: Kpi['state']['status']): status is 'ahead' | 'on' | 'behind' =>
  status === 'ahead' || status === 'on' || status === 'behind';

/** Why it has no verdict; undefined where it has one. */
export function whyText({ state }: Pick<Kpi, 'state'>, { t }: KpiText): string | undefined {
  if (state.status === 'unknown_metric') return t('why.unknown_metric');
  if (state.status === 'too_early') return t('why.too_early');
  return state.why === null ? undefined : t(`why.${state.why}`);
}

/** The last moment that a pace covers: the day before its end, or its hour. */
export function throughText(through: string, locale: string): string {
  if (through.length > 10) return formatBucket(through, 'hour', locale);
  const day = new Date(Date.parse(`${through}T00:00:00Z`) - 86_400_000);
  return formatBucket(day.toISOString().slice(0, 10), 'day', locale);
}

/** How its pace stands, in a sentence; undefined without one. */
export function paceText(kpi: Kpi, { t }: KpiText, style: NumberStyle): string | undefined {
  const { pace } = kpi.state;
  if (pace === null) return undefined;
  const share = percent(pace.expected_share, style.locale);
  const date = throughText(pace.through, style.locale);
  if (pace.expected === null) return t('expectedNowBare', { share, date });
  return t('expectedNow', { share, date, amount: formatShort(pace.expected, unitOf(kpi), style) });
}

/** Where it will land, with how sure that is, in a sentence; undefined without a projection. */
export function landingText(kpi: Kpi, { t }: KpiText, style: NumberStyle): string | undefined {
  const { landing } = kpi.state;
  if (landing === null) return undefined;
  const write = (value: number) => formatShort(value, unitOf(kpi), style);
  const { mean, low, high, level } = landing;
  if (low === null || high === null) return t('lands', { mean: write(mean) });
  return t('landsBetween', {
    mean: write(mean),
    low: write(low),
    high: write(high),
    level: percent(level, style.locale),
  });
}

/** What it came to before: of a rate, which has no pace to tell. */
export function beforeText(kpi: Kpi, { t }: KpiText, style: NumberStyle): string | undefined {
  const { kind, previous, last_year } = kpi.state;
  if (kind !== 'rate') return undefined;
  const write = (value: number) => formatShort(value, unitOf(kpi), style);
  const parts = [
    previous === null
      ? ''
      : t('useLastPeriod', { calendar: t(`each.${kpi.calendar}`), value: write(previous) }),
    last_year === null ? '' : t('useLastYear', { value: write(last_year) }),
  ];
  return parts.filter(Boolean).join(' · ') || undefined;
}

export function prospectText(kpi: Kpi, { t }: KpiText): string | undefined {
  const prospect = kpi.state.landing?.prospect;
  if (!prospect) return undefined;
  return t(kpi.better === 'down_good' ? `limitProspect.${prospect}` : `prospect.${prospect}`);
}

/** "of 48,000", "of at most 200"; undefined without a target. */
export function targetText(kpi: Kpi, { t }: KpiText, style: NumberStyle): string | undefined {
  const { target } = kpi.state;
  if (target === null) return undefined;
  const written = formatShort(target, unitOf(kpi), style);
  return t(kpi.better === 'down_good' ? 'ofLimit' : 'ofTarget', { target: written });
}

export const percent = (share: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** A difference with its sign; of rates in percentage points. */
export function signed(value: number, unit: Unit, style: NumberStyle): string {
  const size = Math.abs(value);
  const text =
    unit === 'ratio' ? formatPointsSize(size, style.locale) : formatShort(size, unit, style);
  return value > 0 ? `+${text}` : value < 0 ? `−${text}` : text;
}

/** How a target is defined, where that is not one value; undefined otherwise. */
export function definitionText(
  { target }: Kpi,
  { t }: KpiText,
  locale: string,
): string | undefined {
  if (target?.kind === 'list') return t('targetKind.list');
  if (target?.kind !== 'growth') return undefined;
  const size = percent(Math.abs(target.growth), locale);
  return t(target.growth < 0 ? 'lessTarget' : 'growthTarget', { percent: size });
}

export const moment = (iso: string, zone: string, locale: string): string =>
  formatInstant(iso, zone, locale, Date.now());
