import type { Clock, TenantId } from '@olympus/core';
import { type AnomalyKind, anomalyKinds } from '../engines/anomalies/kinds.js';
import type { AnomalyLabel, Verdict } from '../engines/anomalies/labels.js';
import type { ControlStore } from '../ports.js';
import type { Watched } from './detectors.js';

/** What labels are about: they hold for the same metric, step, filters and breakdown only. */
export type Question = Pick<Watched, 'metric' | 'grain' | 'filters' | 'breakdown'>;

export interface AnomalyLabels {
  of(tenant: TenantId, question: Question): Promise<readonly AnomalyLabel[]>;
  put(tenant: TenantId, question: Question, label: AnomalyLabel): Promise<void>;
  /** Taking back what was not said does no harm. */
  remove(
    tenant: TenantId,
    question: Question,
    label: Pick<AnomalyLabel, 'series' | 'time' | 'kind'>,
  ): Promise<void>;
}

/** Labels of one question that are read. */
const mostLabels = 2_000;

export function createAnomalyLabels(database: ControlStore, clock: Clock): AnomalyLabels {
  return {
    async of(tenant, question) {
      const rows = await database.execute(
        `select series, time, kind, direction, deviations, verdict from anomaly_labels
         where tenant_id = $1 and question = $2 order by time desc limit ${mostLabels}`,
        [tenant, keyOf(question)],
      );
      return rows.map(([series, time, kind, direction, deviations, verdict]) => ({
        series: seriesOf(String(series)),
        time: String(time),
        kind: anomalyKinds.find((one) => one === kind) ?? ('outlier' satisfies AnomalyKind),
        direction: direction === 'above' ? 'above' : 'below',
        deviations: Number(deviations),
        verdict: verdict === 'real' ? 'real' : ('expected' satisfies Verdict),
      }));
    },
    async put(tenant, question, { series, time, kind, direction, deviations, verdict }) {
      await database.execute(
        `insert into anomaly_labels
           (tenant_id, question, series, time, kind, direction, deviations, verdict, labelled_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (tenant_id, question, series, time, kind) do update
         set direction = excluded.direction, deviations = excluded.deviations,
             verdict = excluded.verdict, labelled_at = excluded.labelled_at`,
        [
          tenant,
          keyOf(question),
          textOf(series),
          time,
          kind,
          direction,
          deviations,
          verdict,
          new Date(clock.now()).toISOString(),
        ],
      );
    },
    async remove(tenant, question, { series, time, kind }) {
      await database.execute(
        `delete from anomaly_labels
         where tenant_id = $1 and question = $2 and series = $3 and time = $4 and kind = $5
         returning time`,
        [tenant, keyOf(question), textOf(series), time, kind],
      );
    },
  };
}

/** The whole is '', a group its value behind an equals sign. */
const textOf = (series: string | null) => (series === null ? '' : `=${series}`);
const seriesOf = (text: string) => (text === '' ? null : text.slice(1));

/** The same text for the same question, whatever the order of its filters and their values. */
function keyOf({ metric, grain, filters, breakdown }: Question): string {
  const conditions = filters
    .map(({ dimension, operator, values }) =>
      JSON.stringify([dimension, operator, values.map((value) => JSON.stringify(value)).sort()]),
    )
    .sort();
  return JSON.stringify([metric, grain, breakdown, conditions]);
}
