import type { Kpi } from '@olympus/sdk';
import {
  formatBucket,
  formatFull,
  formatShort,
  PageLink,
  Sparkline,
  useNumberStyle,
  useTexts,
} from '@olympus/web/kit';
import { GoalBar } from './goal-bar.js';
import { StatusBadge } from './status-badge.js';
import { kpiTexts } from './texts.js';
import {
  beforeText,
  landingText,
  paceText,
  prospectText,
  targetText,
  unitOf,
  whyText,
} from './wording.js';

/** One KPI: what it is at, where it should be by now, where it will land. The whole card is a link. */
export function KpiCard({ kpi }: { readonly kpi: Kpi }) {
  return (
    <PageLink
      to={`/kpis/${kpi.id}`}
      className="card flex min-w-0 flex-col overflow-hidden pt-3.5 transition-[border-color] duration-150 hover:border-border-control"
    >
      <div className="flex-1 px-4">
        <div className="flex items-start justify-between gap-3">
          <h3 className="min-w-0 font-medium text-sm text-text-2 [overflow-wrap:anywhere]">
            {kpi.name}
          </h3>
          <StatusBadge kpi={kpi} />
        </div>
        <KpiReading kpi={kpi} />
      </div>
      <KpiTrend kpi={kpi} className="mt-3 block h-8 w-full" />
    </PageLink>
  );
}

/** The value, the way to the target, and what is to be said of it. */
export function KpiReading({ kpi }: { readonly kpi: Kpi }) {
  const texts = useTexts(kpiTexts);
  const style = useNumberStyle();
  const { state } = kpi;
  const unit = unitOf(kpi);
  const lines = [
    paceText(kpi, texts, style),
    landingText(kpi, texts, style),
    prospectText(kpi, texts),
    beforeText(kpi, texts, style),
    whyText(kpi, texts),
  ];
  return (
    <>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-2">
        <data
          value={state.value ?? ''}
          title={formatFull(state.value, unit, style)}
          className="font-semibold text-kpi text-text tracking-tight"
        >
          {formatShort(state.value, unit, style)}
        </data>
        <span className="text-text-2">{targetText(kpi, texts, style)}</span>
        <span className="ms-auto text-text-3 text-xs">
          {formatBucket(state.period.from, kpi.calendar, style.locale)}
        </span>
      </p>
      <div className="mt-2">
        <GoalBar kpi={kpi} />
      </div>
      <div className="mt-1.5 space-y-0.5 text-text-2 text-xs">
        {lines.filter(Boolean).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </>
  );
}

/** What the last periods came to, the running one last. */
export function KpiTrend({ kpi, className }: { readonly kpi: Kpi; readonly className: string }) {
  const { recent } = kpi.state;
  const points = recent.map(({ value }, index) => ({
    value,
    incomplete: index === recent.length - 1,
  }));
  return <Sparkline points={points} className={className} />;
}
