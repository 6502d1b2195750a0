import { ChartColumnStacked } from 'lucide-react';
import { StackedChart } from '../../charts/index.js';
import type { TileKind } from './tile-kind.js';
import { overTime, TimeChart } from './time-chart.js';

export const stackedKind: TileKind = {
  kind: 'stacked',
  name: { en: 'Stacked columns', de: 'Gestapelte Säulen' },
  icon: ChartColumnStacked,
  operation: 'analytics.query',
  size: { w: 6, h: 4 },
  fit: overTime,
  Draw: (drawing) => (
    <TimeChart
      drawing={drawing}
      draw={(data, options) => <StackedChart data={data} {...options} />}
    />
  ),
};
