import type { ModelLanguage } from '@olympus/semantic';
import type { DimensionDrivers, Explanation } from '../engines/index.js';
import type { ExplanationAnswer } from './explain.contract.js';

type Answer = ExplanationAnswer;
type Part = Answer['dimensions'][number];

/** Factors that are no metrics of their own. */
const factorLabels: Readonly<Record<ModelLanguage, Readonly<Record<string, string>>>> = {
  en: { other_orders: 'Orders without a visit', average_price: 'Price per item' },
  de: { other_orders: 'Bestellungen ohne Besuch', average_price: 'Preis pro Artikel' },
};

/** An explanation as it is sent. */
export function explanationAnswer({ metric, model, total, source, ...found }: Explanation): Answer {
  const labelOf = (dimension: string) => model.dimensions.get(dimension)?.label ?? dimension;
  const change = total.difference;
  const part = (apart: Parted) => partAnswer(apart, labelOf);
  return {
    metric: metricAnswer(metric),
    range: source.range,
    comparison_range: source.comparisonRange,
    time_zone: source.timeZone,
    currency: source.currency,
    freshness: source.freshness,
    total,
    top: found.top.map(({ dimension, key, contribution, excess }) => ({
      dimension,
      label: labelOf(dimension),
      value: key[0] ?? null,
      contribution,
      excess,
      share: change === null || change === 0 ? null : contribution / change,
    })),
    dimensions: found.dimensions.map(({ dimension, ...apart }) =>
      part({ dimensions: [dimension], ...apart }),
    ),
    pairs: found.pairs.map(part),
    tree:
      found.tree?.map((factor) => ({
        label:
          model.metrics.get(factor.key)?.label ??
          factorLabels[model.language][factor.key] ??
          factor.key,
        ...factor,
      })) ?? null,
    context: found.context.map(contextAnswer),
    skipped: found.skipped,
    truncated: source.truncated,
  };
}

function contextAnswer(event: Explanation['context'][number]): Answer['context'][number] {
  const { kind, name } = event;
  const told = { kind, name, at: null, current: null, previous: null, unit: 'number' } as const;
  switch (event.kind) {
    case 'holiday':
      return { ...told, at: event.at };
    case 'promotion_started':
    case 'promotion_ended':
      return { ...told, at: event.at, current: event.orders };
    case 'sold_out':
      return { ...told, current: event.current, previous: event.previous };
    case 'price_changed':
      return {
        ...told,
        current: event.current,
        previous: event.previous,
        unit: 'currency',
      };
  }
}

export const metricAnswer = ({
  name,
  label,
  description,
  formula,
  unit,
  polarity,
  additive,
}: Explanation['metric']): Answer['metric'] => ({
  name,
  label,
  description,
  formula,
  unit,
  polarity,
  additive,
});

type Parted = Pick<DimensionDrivers, 'addsUp' | 'divergence' | 'groups' | 'others' | 'effects'> & {
  readonly dimensions: readonly string[];
};

function partAnswer(apart: Parted, labelOf: (dimension: string) => string): Part {
  const { addsUp, divergence, effects } = apart;
  const common = {
    dimensions: apart.dimensions.map((name) => ({ name, label: labelOf(name) })),
    divergence,
  };
  if (effects !== undefined) return { ...common, method: 'mix_rate', ...effectsAnswer(effects) };
  return {
    ...common,
    method: addsUp ? 'additive' : 'own_change',
    groups: apart.groups.map(({ key, current, previous, difference, change }) => ({
      values: key,
      status: statusOf(current ?? 0, previous ?? 0),
      current,
      previous,
      difference,
      change,
      contribution: addsUp ? difference : null,
    })),
    others: apart.others
      ? { ...apart.others, contribution: addsUp ? apart.others.difference : null }
      : null,
  };
}

function effectsAnswer({
  groups,
  others,
  mix,
  rate,
}: NonNullable<Parted['effects']>): Pick<Part, 'groups' | 'others' | 'mix' | 'rate'> {
  return {
    mix,
    rate,
    groups: groups.map((effect) => {
      const { current, previous } = effect;
      const difference = current === null || previous === null ? null : current - previous;
      return {
        values: effect.key,
        status: statusOf(effect.weight, effect.previousWeight),
        current,
        previous,
        difference,
        change: difference,
        contribution: effect.total,
        mix: effect.mix,
        rate: effect.rate,
        weight: effect.weight,
        previous_weight: effect.previousWeight,
      };
    }),
    others: others
      ? {
          count: others.count,
          current: null,
          previous: null,
          difference: null,
          change: null,
          contribution: others.total,
          mix: others.mix,
          rate: others.rate,
        }
      : null,
  };
}

function statusOf(current: number, previous: number): Part['groups'][number]['status'] {
  if (previous === 0 && current !== 0) return 'new';
  return current === 0 && previous !== 0 ? 'vanished' : 'changed';
}
