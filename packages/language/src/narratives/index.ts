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
export {
  type FigureOrigin,
  fillTemplate,
  type Narrative,
  type NarrativePart,
  type NarrativeSentence,
} from './narrative.js';
