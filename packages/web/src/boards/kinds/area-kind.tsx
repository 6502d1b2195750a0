import { ChartArea } from 'lucide-react';
import { LineChart } from '../../charts/index.js';
import type { TileKind } from './tile-kind.js';
import { overTime, TimeChart } from './time-chart.js';

export const areaKind: TileKind = {
  kind: 'area',
  name: { en: 'Area', de: 'Fläche' },
  icon: ChartArea,
  operation: 'analytics.query',
  size: { w: 6, h: 4 },
  fit: overTime,
  Draw: (drawing) => (
    <TimeChart
      drawing={drawing}
      draw={(data, options) => <LineChart area data={data} {...options} />}
    />
  ),
};
