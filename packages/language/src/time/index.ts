export { type CivilDate, civilOf, type Day, dayOf, dayOfIso, isoOf, weekdayOf } from './civil.js';
export { createTimeGrammar, type TimeGrammar } from './grammar.js';
export {
  type CalendarOptions,
  readTime,
  type TimeRange,
  type TimeReading,
  timeContext,
  timeRanges,
} from './parse-time.js';
export { isAmbiguousDate, resolveTime, type TimeContext, type TimeNode } from './resolve.js';
export { createTimeParser, spellings, timeGrammar } from './time-parser.js';
export { addUnits, type CalendarRules, endOfUnit, startOfUnit, type TimeUnit } from './units.js';
