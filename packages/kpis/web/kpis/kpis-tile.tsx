import type { KpiList } from '@olympus/sdk';
import {
  formatShort,
  type TileDrawing,
  TileScroll,
  useNumberStyle,
  useTexts,
} from '@olympus/web/kit';
import { GoalBar } from './goal-bar.js';
import { StatusBadge } from './status-badge.js';
import { kpiTexts } from './texts.js';
import { targetText, unitOf } from './wording.js';

/** All KPIs on a dashboard, a row each: how it stands and how far it is. */
export default function KpisTile({ title, answers, height }: TileDrawing) {
  const texts = useTexts(kpiTexts);
  const style = useNumberStyle();
  // the kind asks kpis.list and nothing else
  const list = answers[0] as KpiList | undefined;
  if (!list || list.kpis.length === 0) {
    return (
      <p
        className="flex items-center justify-center rounded-control bg-surface-2"
        style={{ height }}
      >
        {texts.t('noneYet')}
      </p>
    );
  }
  return (
    <TileScroll label={title || texts.t('list')}>
      <ul className="divide-y divide-border-soft">
        {list.kpis.map((kpi) => (
          <li key={kpi.id} className="py-2">
            <p className="flex items-center justify-between gap-3">
              <span className="min-w-0 truncate font-medium">{kpi.name}</span>
              <StatusBadge kpi={kpi} />
            </p>
            <p className="mt-0.5 flex items-baseline gap-2">
              <span className="font-semibold">
                {formatShort(kpi.state.value, unitOf(kpi), style)}
              </span>
              <span className="text-text-2 text-xs">{targetText(kpi, texts, style)}</span>
            </p>
            <GoalBar kpi={kpi} />
          </li>
        ))}
      </ul>
    </TileScroll>
  );
}
