import { features } from '../features/features.js';
import { dateOf } from '../features/read-customers.js';
import type { StoredModel } from '../registry/model-store.js';
import type { Figure } from '../training/metrics.js';
import { missingIn, type Readiness } from '../training/readiness.js';

export type Language = 'en' | 'de';
export const languageOf = (locale: string | undefined): Language =>
  locale?.toLowerCase().startsWith('de') === true ? 'de' : 'en';

const iso = (ms: number) => new Date(ms).toISOString();
const isoOrNull = (ms: number | null) => (ms === null ? null : iso(ms));

/** What is told of a figure. */
const figureOf = ({ value, lower, upper }: Figure) => ({ value, lower, upper });

type Figures = Readonly<Record<string, Figure>>;

function judgementOf({ report }: StoredModel) {
  if ('reliability' in report) {
    return {
      rows: report.rows,
      cut_offs: report.cut_offs.map(dateOf),
      base_rate: report.base_rate,
      model: { ...report.model } as Figures,
      baseline: { ...report.baseline } as Figures,
      against_baseline: figureOf(report.against_baseline),
      against_running: report.against_running && figureOf(report.against_running),
      reliability: report.reliability.map(({ meanProbability, observedShare, count }) => ({
        foretold: meanProbability,
        observed: observedShare,
        count,
      })),
      importance: report.importance.map((one) => ({ ...one })),
      expected_total: null,
      real_total: null,
    };
  }
  return {
    rows: report.customers,
    cut_offs: [dateOf(report.cut_off)],
    base_rate: null,
    model: {
      value_error: report.value_error,
      orders_error: report.orders_error,
      coverage: report.coverage,
    } as Figures,
    baseline: {
      value_error: report.baseline_value_error,
      orders_error: report.baseline_orders_error,
    } as Figures,
    against_baseline: figureOf(report.against_baseline),
    against_running: report.against_running && figureOf(report.against_running),
    reliability: [],
    importance: [],
    expected_total: report.expected_total,
    real_total: report.real_total,
  };
}

export const presentModel = (model: StoredModel) => ({
  kind: model.kind,
  version: model.version,
  state: model.state,
  trained_at: iso(model.trainedAtMs),
  data: { ...model.data },
  parameters: { ...model.parameters },
  features: [...model.features],
  judgement: judgementOf(model),
  duration_ms: model.durationMs,
  decided_at: isoOrNull(model.decidedAtMs),
  decided_by: model.decidedBy,
  reason: model.reason,
});

export const presentReadiness = (readiness: Readiness) => ({
  ready: readiness.ready,
  buyers: readiness.buyers,
  buyers_needed: readiness.buyersNeeded,
  days: readiness.days,
  days_needed: readiness.daysNeeded,
  missing: missingIn(readiness) ?? null,
});

export const presentFeatures = (language: Language) =>
  features.map(({ name, label, meaning, unit, group }) => ({
    name,
    label: label[language],
    meaning: meaning[language],
    unit,
    group,
  }));
