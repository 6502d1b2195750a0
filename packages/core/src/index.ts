export type { Brand } from './brand.js';
export { type Clock, createManualClock, monotonicClock, systemClock } from './clock.js';
export { currencyDigits, isCurrency } from './currency.js';
export {
  type Amount,
  amountScale,
  multiplyToAmount,
  negate,
  parseAmount,
  printAmount,
} from './decimal.js';
export { easterSunday } from './holidays/easter.js';
export {
  countryOfLocale,
  countryOfZone,
  createHolidayCalendar,
  type Holiday,
  type HolidayCalendar,
  holidayCountries,
  holidaysOf,
} from './holidays/holidays.js';
export type { HolidayKind } from './holidays/rules.js';
export { type CustomerKey, parseTenantId, type TenantId, tenantId } from './ids.js';
export { beginningOf } from './json/beginning.js';
export { excessOf, type JsonLimits } from './json/excess.js';
export { type Logger, silentLogger } from './logger.js';
export { createPace, type Pace } from './pace.js';
export { Problem, type ProblemDetails, type ProblemKind } from './problem.js';
export { createRandom, type Random } from './random.js';
export {
  type Bucket,
  bucketsOf,
  countBuckets,
  printBucket,
} from './time/buckets.js';
export {
  addWall,
  type Calendar,
  dayMs,
  type Grain,
  grains,
  hourMs,
  printWall,
  truncateWall,
  type WeekStart,
} from './time/calendar.js';
export { type ComparisonKind, comparisonKinds, comparisonRange } from './time/comparison.js';
export { nowEndMs, parseTimeRange, resolveTimeframe, type TimeRange } from './time/range.js';
export { parseTimeframe, type Timeframe, timeframes } from './time/timeframe.js';
export {
  fromWall,
  isTimeZone,
  type OffsetSpan,
  offsetAt,
  offsetSpans,
  toWall,
} from './time/zone.js';
export { inTurns } from './turns.js';
