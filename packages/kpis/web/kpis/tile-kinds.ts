import type { TileKind } from '@olympus/web/kit';
import { Goal, Target } from 'lucide-react';
import { lazy } from 'react';

const drawings = () => import('./tile-drawings.js');

/** KPIs on dashboards: one with its pace and landing, or all of them with how they stand. */
const kinds: readonly TileKind[] = [
  {
    kind: 'kpi',
    name: { en: 'KPI', de: 'KPI' },
    icon: Target,
    operation: 'kpis.get',
    size: { w: 4, h: 4 },
    Draw: lazy(async () => ({ default: (await drawings()).KpiTile })),
  },
  {
    kind: 'kpis',
    name: { en: 'All KPIs', de: 'Alle KPIs' },
    icon: Goal,
    operation: 'kpis.list',
    size: { w: 6, h: 4 },
    Draw: lazy(async () => ({ default: (await drawings()).KpisTile })),
  },
];

export default kinds;
