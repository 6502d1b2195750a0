import type { DriversFact, MemberFigure } from '@olympus/language';
import { type AnswerRow, changeOf } from '@olympus/semantic';
import type { QueryAnswer } from '../../query/query-service.js';
import type { AskTable, Insight } from '../ask-answer.js';
import { queryOfFrame } from '../frame-query.js';
import { cellName, narrated, periodOf, tell } from '../insights.js';
import {
  type Answered,
  type Asking,
  columnsOf,
  dataOf,
  isAdditive,
  labelOf,
  memberLabel,
  unitOf,
  unsupported,
} from './asking.js';
import { numberIn } from './transform.js';

/** Dimensions that a change is taken apart by when the question names none, coarse ones first. */
const candidates: readonly string[] = [
  'channel',
  'customer.country',
  'product.category',
  'location.name',
  'customer.segment',
  'session.device',
  'session.utm_source',
  'payment.method',
  'product.name',
];
/** Dimensions that are shown. */
const mostDimensions = 4;
/** Groups that are named; the rest is one row. */
const namedGroups = 10;
const mostGroups = 10_000;

/** How one dimension's groups moved a metric. */
interface Parts {
  readonly dimension: string;
  readonly table: AskTable;
  readonly figures: readonly MemberFigure[];
  /** Whether the groups’ values add up to the whole, in both spans. */
  readonly addsUp: boolean;
  /** How much the mix of groups changed, 0–1. */
  readonly divergence: number;
}

/**
 * Answers `explain`: the change of the first metric between the two spans (`r1`), taken apart by
 * dimension (`r2` and on). Contributions are later minus earlier value of each group, so those of
 * one dimension add up to the change; that is arithmetic and names no cause. Where the groups do not
 * add up to the whole (rates, things counted in several groups) their own changes are shown instead. Dimensions come in the
 * order of how much their mix changed (Jensen–Shannon divergence of the two spans' shares).
 */
export async function answerDrivers(asking: Asking): Promise<Answered> {
  const { frame, language, locale } = asking;
  const [metric] = frame.metrics;
  if (metric === undefined) return unsupported('The question names no metric.');
  if (frame.time === null || frame.compare === null) {
    return unsupported('To explain a change a period is needed, such as "last week".');
  }
  const query = queryOfFrame({ ...frame, metrics: [metric], order: [], grain: null }, language);
  if (query.conditions.length > 0) {
    return unsupported('A change under a condition on a metric is not taken apart yet.');
  }
  const { dimensions: _, ...base } = query.base;
  const whole = await asking.ask(base);
  const row = whole.rows[0] ?? {};
  const current = numberIn(row[metric]);
  const previous = numberIn(row[`${metric}_previous`]);
  const label = labelOf(language, metric);
  const unit = unitOf(language, metric);
  const change = current === null || previous === null ? null : current - previous;
  const total: AskTable = {
    id: 'r1',
    title: label,
    columns: [
      ...columnsOf(whole, language),
      { name: 'difference', label: 'Difference', type: 'number', unit, role: 'contribution' },
    ],
    rows: [{ ...row, difference: change }],
  };
  const notes: string[] = [];
  const parts: Parts[] = [];
  const answers: QueryAnswer[] = [whole];
  for (const dimension of dimensionsOf(asking, metric)) {
    const answer = await asking.ask({ ...base, dimensions: [dimension], limit: mostGroups });
    if (answer.rows.length < 2) continue;
    answers.push(answer);
    parts.push(takeApart(asking, answer, dimension, metric, { current, previous }));
  }
  const fine = (dimension: string) => (dimension === 'product.name' ? 1 : 0);
  const asked = frame.dimensions.length > 0;
  const shown = [...parts]
    .sort((a, b) =>
      asked
        ? 0
        : Number(b.addsUp) - Number(a.addsUp) ||
          fine(a.dimension) - fine(b.dimension) ||
          b.divergence - a.divergence,
    )
    .slice(0, mostDimensions)
    .map((part, index) => rename(part, `r${index + 2}`));
  const apart = shown.filter(({ addsUp }) => !addsUp);
  if (apart.length > 0) {
    const names = apart.map(({ dimension }) => labelOf(language, dimension).toLowerCase());
    notes.push(
      `${label} does not add up over ${names.join(', ')}: each group’s own change is shown there.`,
    );
  }
  const { range, comparison_range: earlier, currency } = whole.meta;
  const insights: Insight[] = [];
  if (range !== null && earlier !== undefined && current !== null && previous !== null) {
    const told = narrated(label, unit, currency);
    const period = periodOf(frame.time);
    const previousPeriod = periodOf(earlier);
    insights.push(
      ...tell(
        {
          kind: 'summary',
          metric: told,
          period,
          current: { value: current, cell: cellName('r1', 0, metric) },
          previous: {
            value: previous,
            cell: cellName('r1', 0, `${metric}_previous`),
            period: previousPeriod,
          },
        },
        locale,
      ),
    );
    if (change !== null && change !== 0) {
      const summed = shown.filter(({ addsUp }) => addsUp).slice(0, 2);
      summed.forEach(({ dimension, figures }, index) => {
        const fact: DriversFact = {
          kind: 'drivers',
          metric: told,
          period,
          previousPeriod,
          dimension: labelOf(language, dimension),
          change: { value: change, cell: cellName('r1', 0, 'difference') },
          contributions: figures,
        };
        const sentences = tell(fact, locale);
        // the change itself was told already; the reservation is told once, at the end
        insights.push(...(index === 0 ? sentences.slice(1) : sentences.slice(1, -1)));
      });
    }
  }
  return {
    kind: 'answered',
    data: dataOf(asking, answers, [total, ...shown.map(({ table }) => table)], {
      chart: 'bar',
      notes,
    }),
    insights,
  };
}

/** The dimensions to take the change apart by; those held at one value tell nothing. */
function dimensionsOf({ frame, language }: Asking, metric: string): readonly string[] {
  if (frame.dimensions.length > 0) return frame.dimensions;
  const reach = language.catalogue.joinable?.[metric] ?? [];
  const held = new Set(
    frame.filters
      .filter(({ operator, values }) => operator === 'equals' && values.length === 1)
      .map(({ dimension }) => dimension),
  );
  return candidates.filter((name) => reach.includes(name) && !held.has(name));
}

function takeApart(
  asking: Asking,
  answer: QueryAnswer,
  dimension: string,
  metric: string,
  total: { readonly current: number | null; readonly previous: number | null },
): Parts {
  const { language } = asking;
  const unit = unitOf(language, metric);
  const cells = answer.rows.map((row) => ({
    row,
    now: numberIn(row[metric]),
    before: numberIn(row[`${metric}_previous`]),
  }));
  const addsUp =
    isAdditive(language, metric) ||
    (sumsTo(
      cells.map(({ now }) => now),
      total.current,
    ) &&
      sumsTo(
        cells.map(({ before }) => before),
        total.previous,
      ));
  const groups = cells
    // a group without a rate has not fallen to 0; a group without sales has
    .filter(({ now, before }) => addsUp || (now !== null && before !== null))
    .map(({ row, now, before }) => ({ row, now: now ?? 0, before: before ?? 0 }))
    .filter(({ now, before }) => now !== 0 || before !== 0)
    .map((group) => ({ ...group, difference: group.now - group.before }))
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  const named = groups.slice(0, namedGroups);
  const rows: AnswerRow[] = named.map(({ row, difference }) => ({ ...row, difference }));
  const others = groups.slice(namedGroups);
  if (others.length > 0 && addsUp) {
    const sum = (pick: (group: (typeof groups)[number]) => number) =>
      others.reduce((total, group) => total + pick(group), 0);
    const now = sum((group) => group.now);
    const before = sum((group) => group.before);
    rows.push({
      [dimension]: `All others (${others.length})`,
      [metric]: now,
      [`${metric}_previous`]: before,
      [`${metric}_change`]: changeOf(now, before, unit),
      difference: now - before,
    });
  }
  const label = labelOf(language, dimension);
  return {
    dimension,
    addsUp,
    divergence: divergenceOf(groups),
    table: {
      id: '',
      title: `By ${label.toLowerCase()}`,
      columns: [
        ...columnsOf(answer, language),
        {
          name: 'difference',
          label: addsUp ? 'Contribution' : 'Difference',
          type: 'number',
          unit,
          role: 'contribution',
        },
      ],
      rows,
    },
    figures: rows.map((row, index) => ({
      label: memberLabel(asking, dimension, row[dimension] ?? null),
      value: numberIn(row.difference) ?? 0,
      cell: cellName('', index, 'difference'),
    })),
  };
}

/** Whether values are the parts of a whole. Counts of different things may be, of one dimension and not of another. */
function sumsTo(values: readonly (number | null)[], whole: number | null): boolean {
  if (whole === null || values.some((value) => value === null)) return false;
  const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0);
  return Math.abs(sum - whole) <= 1e-9 * Math.max(1, Math.abs(whole));
}

/** The same parts under the table's final name. */
function rename(parts: Parts, id: string): Parts {
  return {
    ...parts,
    table: { ...parts.table, id },
    figures: parts.figures.map((figure) => ({ ...figure, cell: `${id}${figure.cell}` })),
  };
}

/**
 * Jensen–Shannon divergence (bits, 0–1) between the groups' shares before and now (Lin 1991,
 * eq. 4.1 with equal weights). Groups below zero count as nothing; 0 where either span is empty.
 */
export function divergenceOf(
  groups: readonly { readonly now: number; readonly before: number }[],
): number {
  const nowSum = groups.reduce((sum, { now }) => sum + Math.max(0, now), 0);
  const beforeSum = groups.reduce((sum, { before }) => sum + Math.max(0, before), 0);
  if (nowSum === 0 || beforeSum === 0) return 0;
  const term = (p: number, m: number) => (p > 0 ? p * Math.log2(p / m) : 0);
  return groups.reduce((sum, { now, before }) => {
    const p = Math.max(0, now) / nowSum;
    const q = Math.max(0, before) / beforeSum;
    const m = (p + q) / 2;
    return sum + (term(p, m) + term(q, m)) / 2;
  }, 0);
}
