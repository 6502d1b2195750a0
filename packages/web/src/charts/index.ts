export { BandChart } from './band-chart.js';
export { BarChart } from './bar-chart.js';
export type { ChartOptions } from './chart-figure.js';
export { ColumnChart } from './column-chart.js';
export { CursorGroup } from './cursor.js';
export type {
  ChartAnnotation,
  ChartAxis,
  ChartPoint,
  ChartSeries,
  ChartUnit,
  FunnelData,
  HeatData,
  SankeyData,
  ScatterData,
  SeriesData,
  WaterfallData,
} from './data.js';
export { download, fileName } from './download.js';
export { chartPoints } from './from-series.js';
export { FunnelChart } from './funnel-chart.js';
export { HeatGrid } from './heat-grid.js';
export { type ChartLabels, ChartLabelsProvider } from './labels.js';
export { LineSample } from './legend.js';
export { LineChart } from './line-chart.js';
export { createColourBook, type Slot } from './palette.js';
export { SankeyChart } from './sankey-chart.js';
export { ScatterChart } from './scatter-chart.js';
export { CHART_HEIGHT } from './series-chart.js';
export { SmallMultiples } from './small-multiples.js';
export { Sparkline } from './sparkline.js';
export { StackedChart } from './stacked-chart.js';
export { formatValue } from './value-format.js';
export { type View, ViewSwitch } from './view-switch.js';
export { WaterfallChart } from './waterfall-chart.js';
