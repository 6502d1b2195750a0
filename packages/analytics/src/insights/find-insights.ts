import type { EngineDependencies, MetricRequest } from '../engines/engine.js';
import { type Explanation, explain } from '../engines/explain/explain.js';
import { anomalyCandidates } from './candidates/anomalies.js';
import { groupCandidates } from './candidates/groups.js';
import { recordCandidates } from './candidates/records.js';
import { stockCandidates } from './candidates/stock.js';
import { trendCandidates } from './candidates/trends.js';
import { type Facts, readFacts } from './facts.js';
import { type Evidence, figure, type Told } from './insight.js';
import type { DayLabels } from './labelled.js';
import { type Finding, rankFindings } from './rank.js';

/** The group that a finding comes from most, with the result that proves it. */
export interface Cause {
  readonly told: Told;
  readonly evidence: Evidence;
}

export interface FoundInsight extends Finding {
  /** Undefined where no group stands out, or none was looked for. */
  readonly cause: Cause | undefined;
}

export interface FoundInsights {
  readonly facts: Facts | undefined;
  /** Best first. */
  readonly findings: readonly FoundInsight[];
  /** Candidates that were tested. */
  readonly tested: number;
}

/** Findings of a morning. */
export const briefLength = 5;

/**
 * Looks through the last weeks of a business for what is worth telling. The causes of the first few
 * are looked up.
 */
export async function findInsights(
  deps: EngineDependencies,
  request: Omit<MetricRequest, 'metric'>,
  most: number,
  labels: DayLabels = new Map(),
): Promise<FoundInsights> {
  const facts = await readFacts(deps, request, labels);
  if (facts === undefined) return { facts, findings: [], tested: 0 };
  const candidates = [
    ...anomalyCandidates(facts),
    ...trendCandidates(facts),
    ...recordCandidates(facts),
    ...groupCandidates(facts),
    ...stockCandidates(facts),
  ];
  const ranked = candidates.length === 0 ? [] : rankFindings(candidates).slice(0, most);
  const findings = await Promise.all(
    ranked.map(async (finding, place) => ({
      ...finding,
      cause: place < briefLength ? await causeOf(deps, request, finding) : undefined,
    })),
  );
  return { facts, findings, tested: candidates.length };
}

const explained: ReadonlySet<string> = new Set(['anomaly', 'level_shift', 'trend', 'record']);

async function causeOf(
  deps: EngineDependencies,
  request: Omit<MetricRequest, 'metric'>,
  { kind, metric, span, compare, direction }: Finding,
): Promise<Cause | undefined> {
  if (!explained.has(kind) || compare === null) return undefined;
  const found = await explain(deps, {
    ...request,
    metric,
    time: span,
    compare,
    pairs: false,
    context: false,
  });
  const change = found.total.difference ?? 0;
  // against the same day a week before it may have gone the other way
  if (change === 0 || change > 0 !== (direction === 'up')) return undefined;
  return causeIn(found, request.tenantId, { metric, span, compare });
}

function causeIn(
  { top, total, dimensions }: Explanation,
  tenantId: string,
  {
    metric,
    span,
    compare,
  }: Pick<Finding, 'metric' | 'span'> & { readonly compare: Finding['span'] },
): Cause | undefined {
  const [first] = top;
  const part = dimensions.find(({ dimension }) => dimension === first?.dimension);
  const { difference } = total;
  if (first === undefined || part === undefined || difference === null) return undefined;
  const { dimension, key, contribution } = first;
  const group = part.groups.find((one) => one.value === (key[0] ?? null));
  const share = contribution / difference;
  return {
    told: {
      template: 'cause',
      places: {
        group: { kind: 'value', dimension, value: key[0] ?? null },
        dimension: { kind: 'dimension', name: dimension },
        part: figure(share, 'percent', 'quotient', 'cause/0/contribution', 'cause/0/difference'),
      },
    },
    evidence: {
      id: 'cause',
      query: {
        tenant_id: tenantId,
        metrics: [metric],
        dimensions: [dimension],
        time: span,
        compare,
      },
      operation: 'analytics.explain',
      columns: [dimension, metric, `${metric}_previous`, 'contribution', 'difference'],
      rows: [
        {
          [dimension]: key[0] ?? null,
          [metric]: group?.current ?? null,
          [`${metric}_previous`]: group?.previous ?? null,
          contribution,
          difference,
        },
      ],
    },
  };
}
