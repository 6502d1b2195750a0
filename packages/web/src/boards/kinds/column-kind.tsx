import { ChartColumn } from 'lucide-react';
import { ColumnChart } from '../../charts/index.js';
import type { TileKind } from './tile-kind.js';
import { overTime, TimeChart } from './time-chart.js';

export const columnKind: TileKind = {
  kind: 'column',
  name: { en: 'Columns', de: 'Säulen' },
  icon: ChartColumn,
  operation: 'analytics.query',
  size: { w: 6, h: 4 },
  fit: overTime,
  Draw: (drawing) => (
    <TimeChart
      drawing={drawing}
      draw={(data, options) => <ColumnChart data={data} {...options} />}
    />
  ),
};
