import type { Alert, Unit } from '@olympus/sdk';
import { formatFull, type NumberStyle, type Texts } from '@olympus/web/kit';
import type { alertTexts } from './texts.js';

export type AlertWords = Texts<(typeof alertTexts)['en']>;
export type Rule = Alert['rule'];
export type AlertWindow = Alert['window'];

/** The part of an alert that its sentence is made of. */
export interface Told {
  readonly metric: string;
  readonly unit: Unit | null;
  /** Label of the dimension whose values are watched. */
  readonly group: string | null;
  readonly window: AlertWindow;
  readonly rule: Rule;
  /** Label of the dimension that new values are looked for in, or of the KPI. */
  readonly thing?: string;
  readonly filters: readonly string[];
}

/** "Tell me when Net revenue of any location in one day is 20 % lower than the week before". */
export function sentenceOf(
  { metric, unit, group, window, rule, thing = '', filters }: Told,
  { t }: Pick<AlertWords, 't'>,
  style: NumberStyle,
): string {
  const write = (value: number) => formatFull(value, unit ?? 'number', style);
  const where = filters.length > 0 ? t('where', { list: filters.join(', ') }) : '';
  const what = `${metric}${group === null ? '' : ` ${t('ofAny', { dimension: group })}`}${where}`;
  const time = t(`in.${window}`);
  switch (rule.kind) {
    case 'threshold':
      return t(`say.${rule.direction}`, { what, time, level: write(rule.level) });
    case 'change': {
      const percent = new Intl.NumberFormat(style.locale).format(rule.size);
      const size = rule.as === 'percent' ? `${percent} %` : write(rule.size);
      const against = t(`against.${rule.against}`);
      return t(rule.direction === 'up' ? 'say.up' : 'say.down', { what, time, size, against });
    }
    case 'band':
      return t(`say.band.${rule.direction}`, { what, time });
    case 'pace':
      return t('say.pace', { what: thing || metric });
    case 'no_data':
      return t('say.no_data', { what, minutes: rule.minutes });
    case 'new_value':
      return t('say.new_value', { what, time, dimension: thing || rule.dimension });
  }
}

/** The grain that a trial's windows are drawn by. */
export const grainOf = (window: AlertWindow | null) =>
  window === 'day' || window === 'week' || window === 'month' ? window : 'hour';
