import type { SummaryFact } from './facts.js';
import { fillTemplate, type NarrativeSentence } from './narrative.js';
import {
  cellPart,
  figure,
  isShareable,
  label,
  list,
  period,
  share,
  type Teller,
  text,
} from './narrative-parts.js';
import { formatChange, formatShare } from './number-format.js';

/** A metric's value, its comparison, its largest members, and its highest and lowest points. */
export function tellSummary(fact: SummaryFact, teller: Teller): readonly NarrativeSentence[] {
  const { phrases, locale } = teller;
  const { metric, current, previous, members, series } = fact;
  const sentences = [
    fillTemplate(phrases.value, {
      metric: label(metric.label),
      period: period(fact.period, locale),
      current: cellPart(current, metric, locale),
    }),
  ];
  if (previous) sentences.push(tellComparison(fact, previous, teller));
  const largest = (members?.figures ?? []).slice(0, teller.named);
  if (largest.length > 0) {
    const items = largest.map((member) => {
      const figure = cellPart(member, metric, locale);
      const isPart =
        members?.isAdditive === true &&
        member.value >= 0 &&
        current.value > 0 &&
        isShareable(current);
      return isPart
        ? [
            label(member.label),
            text(' '),
            figure,
            text(' ('),
            share(member, current, locale),
            text(')'),
          ]
        : [label(member.label), text(' '), figure];
    });
    sentences.push(fillTemplate(phrases.members, { items: list(items, locale) }));
  }
  const highest = series?.reduce((best, next) => (next.value > best.value ? next : best));
  const lowest = series?.reduce((best, next) => (next.value < best.value ? next : best));
  if (highest && lowest && highest.value > lowest.value) {
    sentences.push(
      fillTemplate(phrases.extremes, {
        high: period(highest.period, locale),
        highest: cellPart(highest, metric, locale),
        low: period(lowest.period, locale),
        lowest: cellPart(lowest, metric, locale),
      }),
    );
  }
  return sentences;
}

function tellComparison(
  fact: SummaryFact,
  previous: NonNullable<SummaryFact['previous']>,
  { phrases, locale }: Teller,
): NarrativeSentence {
  const { metric, current } = fact;
  const difference = current.value - previous.value;
  const cells = [current.cell, previous.cell];
  const fillers = {
    earlier: period(previous.period, locale),
    previous: cellPart(previous, metric, locale),
    change: figure(
      formatChange(Math.abs(difference), metric, locale, phrases.points),
      Math.abs(difference),
      { kind: 'difference', cells },
    ),
  };
  if (difference === 0) return fillTemplate(phrases.same, fillers);
  const ratio = Math.abs(difference / previous.value);
  if (!Number.isFinite(ratio) || metric.format.kind === 'ratio') {
    return fillTemplate(difference > 0 ? phrases.moreBy : phrases.lessBy, fillers);
  }
  const told = figure(formatShare(ratio, locale), ratio, { kind: 'ratio', cells });
  return fillTemplate(difference > 0 ? phrases.more : phrases.less, { ...fillers, ratio: told });
}
