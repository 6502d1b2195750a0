import type { DriversFact, MemberFigure } from './facts.js';
import { fillTemplate, type NarrativePart, type NarrativeSentence } from './narrative.js';
import {
  changePart,
  figure,
  isShareable,
  label,
  list,
  period,
  share,
  type Teller,
  text,
} from './narrative-parts.js';
import { formatChange } from './number-format.js';

/** A change, what contributed to it and against it, what remains, and that this is no cause. */
export function tellDrivers(fact: DriversFact, teller: Teller): readonly NarrativeSentence[] {
  const { phrases, locale, named } = teller;
  const { metric, change } = fact;
  const sign = Math.sign(change.value);
  const bySize = [...fact.contributions].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const along = bySize.filter((one) => Math.sign(one.value) === (sign || 1)).slice(0, named);
  const against = bySize.filter((one) => Math.sign(one.value) === -(sign || 1)).slice(0, named);
  const told = new Set([...along, ...against]);
  const others = fact.contributions.filter((one) => !told.has(one));
  const item = (one: MemberFigure): readonly NarrativePart[] => {
    const amount = [label(one.label), text(' '), changePart(one, metric, teller)];
    if (Math.sign(one.value) !== sign || !isShareable(change)) return amount;
    return [...amount, text(' ('), share(one, change, locale), text(')')];
  };
  const sentences = [
    fillTemplate(phrases.change, {
      metric: label(metric.label),
      change: changePart(change, metric, teller),
      period: period(fact.period, locale),
      earlier: period(fact.previousPeriod, locale),
    }),
  ];
  if (along.length > 0) {
    const items = list(along.map(item), locale);
    const fillers = { dimension: label(fact.dimension), items };
    sentences.push(fillTemplate(phrases.contributions, fillers));
  }
  if (against.length > 0) {
    sentences.push(fillTemplate(phrases.against, { items: list(against.map(item), locale) }));
  }
  if (others.length > 0) sentences.push(tellOthers(fact, others, teller));
  sentences.push(...tellUnlisted(fact, teller));
  sentences.push(fillTemplate(phrases.notCausal, {}));
  return sentences;
}

function tellOthers(
  fact: DriversFact,
  others: readonly MemberFigure[],
  { phrases, locale }: Teller,
): NarrativeSentence {
  const cells = others.map((one) => one.cell);
  const sum = others.reduce((total, one) => total + one.value, 0);
  const category = new Intl.PluralRules(locale).select(others.length);
  return fillTemplate(phrases.others[category] ?? phrases.others.other, {
    count: figure(new Intl.NumberFormat(locale).format(others.length), others.length, {
      kind: 'count',
      cells,
    }),
    sum: figure(formatChange(sum, fact.metric, locale, phrases.points, 'signed'), sum, {
      kind: 'sum',
      cells,
    }),
  });
}

/** Less than this share of the change is taken for rounding. */
const ROUNDING = 1e-6;

function tellUnlisted(
  fact: DriversFact,
  { phrases, locale }: Teller,
): readonly NarrativeSentence[] {
  const { change, contributions, metric } = fact;
  const rest = contributions.reduce((left, one) => left - one.value, change.value);
  const size = contributions.reduce(
    (sum, one) => sum + Math.abs(one.value),
    Math.abs(change.value),
  );
  if (contributions.length === 0 || Math.abs(rest) <= ROUNDING * size) return [];
  const cells = [change.cell, ...contributions.map((one) => one.cell)];
  const written = formatChange(rest, metric, locale, phrases.points, 'signed');
  const told = figure(written, rest, { kind: 'remainder', cells });
  return [fillTemplate(phrases.unlisted, { rest: told })];
}
