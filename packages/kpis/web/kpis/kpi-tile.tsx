import type { KpiDetail } from '@olympus/sdk';
import { type TileDrawing, TileScroll } from '@olympus/web/kit';
import { KpiPath } from '../kpi/path-panel.js';
import { KpiReading, KpiTrend } from './kpi-card.js';
import { StatusBadge } from './status-badge.js';

/** Heights from which there is room for the last periods, in CSS pixels. */
const TREND = 190;

/** One KPI on a dashboard: how it stands, or the way to its target. */
export default function KpiTile({ title, view, answers, height }: TileDrawing) {
  // the kind asks kpis.get and nothing else
  const detail = answers[0] as KpiDetail | undefined;
  if (!detail) return null;
  const { kpi } = detail;
  return (
    <TileScroll label={title || kpi.name}>
      <StatusBadge kpi={kpi} />
      {view.options?.as === 'path' ? (
        <KpiPath detail={detail} height={Math.max(72, height - 138)} />
      ) : (
        <>
          <KpiReading kpi={kpi} />
          {height >= TREND && <KpiTrend kpi={kpi} className="mt-2 block h-8 w-full" />}
        </>
      )}
    </TileScroll>
  );
}
