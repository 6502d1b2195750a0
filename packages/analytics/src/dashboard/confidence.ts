import { dayMs } from '@olympus/core';
import type { QueryPlan } from '@olympus/semantic';
import type { TenantMoment } from '../query/query-service.js';
import type { DashboardConfidence, DashboardQuality } from './dashboard.js';

type Reason = DashboardConfidence['reasons'][number];

/** Shares from which on something missing is told. */
const rejectedShare = 0.01;
const manyRejected = 0.05;
const anonymousShare = 0.2;
const costlessShare = 0.2;
/** Sold lines below which chance decides most of a change. */
const fewLines = 30;
/** Days of history below which nothing is known of seasons. */
const shortHistory = 28;

const grave: readonly Reason['code'][] = ['no_data', 'data_late', 'little_data', 'many_rejected'];

/** How far figures can be relied on, and what is missing; all of it is counted, nothing guessed. */
export function readConfidence(
  at: TenantMoment,
  plan: QueryPlan,
  quality: DashboardQuality,
  late: boolean,
): DashboardConfidence {
  const { events, dead_letters_open: rejected, sales_lines: lines } = quality;
  const sent = events + rejected;
  const completeness = sent === 0 ? null : events / sent;
  const { profile, calendar } = at;
  const historyDays =
    profile === undefined ? 0 : Math.max(0, (calendar.nowMs - profile.firstMs) / dayMs);
  const { range } = plan.current;
  const before = plan.previous?.range;
  const asShare = (count: number) => count / Math.max(1, lines);
  const lost = sent === 0 ? 0 : rejected / sent;
  const told = (when: boolean, code: Reason['code'], value: number): readonly Reason[] =>
    when ? [{ code, value }] : [];
  const reasons: readonly Reason[] =
    profile === undefined
      ? [{ code: 'no_data', value: 0 }]
      : [
          ...told(late && range !== undefined && range.toMs > profile.lastMs, 'data_late', 0),
          ...told(lost >= manyRejected, 'many_rejected', lost),
          ...told(lost >= rejectedShare && lost < manyRejected, 'some_rejected', lost),
          ...told(lines > 0 && lines < fewLines, 'little_data', lines),
          ...told(historyDays < shortHistory, 'short_history', Math.floor(historyDays)),
          ...told(
            before !== undefined && before.fromMs < profile.firstMs - dayMs,
            'comparison_before_data',
            0,
          ),
          ...told(
            asShare(quality.lines_without_customer) > anonymousShare,
            'lines_without_customer',
            asShare(quality.lines_without_customer),
          ),
          ...told(
            asShare(quality.lines_without_cost) > costlessShare &&
              quality.lines_without_cost < lines,
            'lines_without_cost',
            asShare(quality.lines_without_cost),
          ),
        ];
  const isGrave = reasons.some(({ code }) => grave.includes(code));
  return {
    level: isGrave ? 'low' : reasons.length > 0 ? 'medium' : 'high',
    completeness,
    history_days: Math.floor(historyDays),
    reasons,
  };
}
