export { type UnsupportedFigure, unsupportedFigures } from './check-narrative.js';
export type {
  AnomalyFact,
  CellFigure,
  DriversFact,
  ForecastFact,
  MemberFigure,
  NarratedMetric,
  NarrativeFact,
  NarrativePeriod,
  PluralForms,
  SummaryFact,
} from './facts.js';
export { type NarrationOptions, narrate } from './narrate.js';
export type { FigureOrigin, Narrative, NarrativePart, NarrativeSentence } from './narrative.js';
