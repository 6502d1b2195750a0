import type { Kpi, Unit } from '@olympus/sdk';
import {
  formatBucket,
  formatFull,
  formatInstant,
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

/** Where it will land, in a sentence; undefined without a projection. */
export function landingText(kpi: Kpi, { t }: KpiText, style: NumberStyle): string | undefined {
  const { landing } = kpi.state;
  if (landing === null) return undefined;
  return t('lands', { mean: formatShort(landing.mean, unitOf(kpi), style) });
}

/** The bounds of the projection; undefined without any. */
export function boundsText(kpi: Kpi, { t }: KpiText, style: NumberStyle): string | undefined {
  const { landing } = kpi.state;
  if (landing === null || landing.low === null || landing.high === null) return undefined;
  return t('landsBetween', {
    low: formatShort(landing.low, unitOf(kpi), style),
    high: formatShort(landing.high, unitOf(kpi), style),
    level: percent(landing.level, style.locale),
  });
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

/** A difference with its sign. */
export function signed(value: number, unit: Unit, style: NumberStyle): string {
  const written = formatFull(Math.abs(value), unit, style);
  return value > 0 ? `+${written}` : value < 0 ? `−${written}` : written;
}

export const moment = (iso: string, zone: string, locale: string): string =>
  formatInstant(iso, zone, locale, Date.now());
