import { differenceSpread, type Member } from './member.js';

/** The last value for ever; errors grow as those of a random walk. */
export const naive: Member = ({ values }, horizon) => {
  const sigma = differenceSpread(values, 1);
  return {
    name: 'naive',
    mean: new Float64Array(horizon).fill(values[values.length - 1] ?? 0),
    spread: Float64Array.from({ length: horizon }, (_, h) => sigma * Math.sqrt(h + 1)),
    again: naive,
  };
};

/** The value one season ago; needs one full season and one more value. */
export const seasonalNaive: Member = ({ values, seasonLength: m }, horizon) => {
  const n = values.length;
  if (n <= m) return undefined;
  const sigma = differenceSpread(values, m);
  return {
    name: 'seasonal naive',
    mean: Float64Array.from({ length: horizon }, (_, h) => values[n - m + (h % m)] ?? 0),
    spread: Float64Array.from(
      { length: horizon },
      (_, h) => sigma * Math.sqrt(Math.floor(h / m) + 1),
    ),
    again: seasonalNaive,
  };
};

/** The line from the first to the last value, carried on. */
export const drift: Member = ({ values }, horizon) => {
  const n = values.length;
  if (n < 3) return undefined;
  const last = values[n - 1] ?? 0;
  const slope = (last - (values[0] ?? 0)) / (n - 1);
  let sum = 0;
  for (let t = 1; t < n; t++) sum += ((values[t] ?? 0) - (values[t - 1] ?? 0) - slope) ** 2;
  const sigma = Math.sqrt(sum / (n - 2));
  return {
    name: 'drift',
    mean: Float64Array.from({ length: horizon }, (_, h) => last + slope * (h + 1)),
    spread: Float64Array.from(
      { length: horizon },
      (_, h) => sigma * Math.sqrt((h + 1) * (1 + (h + 1) / (n - 1))),
    ),
    again: drift,
  };
};
