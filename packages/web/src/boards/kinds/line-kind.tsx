import { ChartLine } from 'lucide-react';
import { LineChart } from '../../charts/index.js';
import type { TileKind } from './tile-kind.js';
import { overTime, TimeChart } from './time-chart.js';

export const lineKind: TileKind = {
  kind: 'line',
  name: { en: 'Line', de: 'Linie' },
  icon: ChartLine,
  operation: 'analytics.query',
  size: { w: 6, h: 4 },
  fit: overTime,
  Draw: (drawing) => (
    <TimeChart drawing={drawing} draw={(data, options) => <LineChart data={data} {...options} />} />
  ),
};
