import {
  type AnomaliesRequest,
  type AnomaliesResult,
  findAnomalies,
} from './anomalies/anomalies.js';
import { type Backtest, type BacktestRequest, backtestAnomalies } from './anomalies/backtest.js';
import { type Scan, type ScanRequest, scanAnomalies } from './anomalies/scan.js';
import { type DriversRequest, type DriversResult, explainChange } from './drivers/drivers.js';
import type { EngineDependencies } from './engine.js';
import { type ExplainRequest, type Explanation, explain } from './explain/explain.js';
import { forecastMetric, type OutlookRequest, type OutlookResult } from './outlook.js';

/**
 * What is computed of a metric beyond adding it up: what drove a change, what was unusual, what comes
 * next. Results are figures and names of the model; whoever shows them finds the words.
 */
export interface Engines {
  /** {@link explainChange} */
  drivers(request: DriversRequest): Promise<DriversResult>;
  /** {@link explain} */
  explain(request: ExplainRequest): Promise<Explanation>;
  /** {@link findAnomalies} */
  anomalies(request: AnomaliesRequest): Promise<AnomaliesResult>;
  /** {@link scanAnomalies} */
  scan(request: ScanRequest): Promise<Scan>;
  /** {@link backtestAnomalies} */
  backtest(request: BacktestRequest): Promise<Backtest>;
  /** {@link forecastMetric} */
  outlook(request: OutlookRequest): Promise<OutlookResult>;
}

export function createEngines(deps: EngineDependencies): Engines {
  return {
    drivers: (request) => explainChange(deps, request),
    explain: (request) => explain(deps, request),
    anomalies: (request) => findAnomalies(deps, request),
    scan: (request) => scanAnomalies(deps, request),
    backtest: (request) => backtestAnomalies(deps, request),
    outlook: (request) => forecastMetric(deps, request),
  };
}

export type { Anomalies } from './anomalies/anomalies.js';
export type { Backtest } from './anomalies/backtest.js';
export type { AnomalyLabel } from './anomalies/labels.js';
export type { Scan } from './anomalies/scan.js';
export type { DimensionDrivers, Drivers } from './drivers/drivers.js';
export { type FiguresSource, sourceOf } from './engine.js';
export type { Explanation } from './explain/explain.js';
export { localDate } from './history.js';
export type { Outlook } from './outlook.js';
