import type { Facts } from '../facts.js';
import { type Candidate, figure } from '../insight.js';
import { actionOf, dailyChart, dayEvidence, daySpans, familyOf, unitOf } from './day.js';

const recorded: readonly string[] = ['revenue', 'orders'];
/** Days from which a highest or lowest one is a record. */
const fewestDays = 90;
const newsDays = 7;

/** The highest and lowest of all days, where one of the last week is it. */
export function recordCandidates(facts: Facts): readonly Candidate[] {
  return facts.daily
    .filter(({ metric }) => recorded.includes(metric))
    .flatMap((series) => {
      const { metric, values } = series;
      const known = values.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
      if (known.length < fewestDays) return [];
      const ordered = [...known].sort((a, b) => a.value - b.value);
      const usual = ordered[Math.floor(ordered.length / 2)]?.value ?? 0;
      return ([ordered.at(-1), ordered[0]] as const).flatMap(
        (extreme, which): readonly Candidate[] => {
          const date = extreme && facts.days[extreme.at];
          if (extreme === undefined || date === undefined) return [];
          const high = which === 0;
          const isNews = extreme.at >= values.length - newsDays;
          const tie = ordered[high ? ordered.length - 2 : 1]?.value === extreme.value;
          // a day without anything is missing, no record
          if (!isNews || tie || extreme.value === 0) return [];
          const unit = unitOf(facts, metric);
          return [
            {
              kind: 'record',
              subject: `${familyOf(metric)} ${date} ${high}`,
              metric,
              direction: high ? 'up' : 'down',
              // any of the days could have been it
              pValue: Math.min(1, (2 * newsDays) / known.length),
              money: facts.worth(metric, extreme.value - usual),
              told: {
                template: high ? 'record_high' : 'record_low',
                places: {
                  metric: { kind: 'metric', name: metric },
                  day: { kind: 'day', date },
                  value: figure(extreme.value, unit, 'cell', `e0/0/${metric}`),
                  count: figure(known.length, 'count', 'count', 'e2/0/days'),
                },
              },
              evidence: [
                dayEvidence(facts, metric, date, extreme.value),
                {
                  id: 'e1',
                  query: {
                    tenant_id: facts.tenantId,
                    metrics: [metric],
                    grain: 'day',
                    time: { from: facts.days[0] ?? date, to: facts.span.to },
                    order: [{ by: metric, direction: high ? 'desc' : 'asc' }],
                    limit: 1,
                  },
                  operation: null,
                  columns: ['time', metric],
                  rows: [{ time: date, [metric]: extreme.value }],
                },
                {
                  id: 'e2',
                  query: null,
                  operation: 'analytics.insights',
                  columns: ['days'],
                  rows: [{ days: known.length }],
                },
              ],
              chart: dailyChart(facts, series, date),
              action: actionOf(metric),
              ...daySpans(date),
            },
          ];
        },
      );
    });
}
