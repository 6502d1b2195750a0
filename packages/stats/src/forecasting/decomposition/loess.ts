/**
 * Local regression at equally spaced points 1 … n (Cleveland et al. 1990), tricube weights over
 * the `span` nearest points, times `robustness` when given.
 * @param values  observations at positions 1 … n
 * @param span  points in a neighbourhood; may exceed n, which widens it
 * @param degree  0 local mean, 1 local line
 * @param from  first position to evaluate; may be 0 to reach one step before the data
 * @param count  how many positions to evaluate
 * @param jump  evaluates every `jump`-th position and draws lines between
 */
export function loess(
  values: Float64Array,
  span: number,
  degree: 0 | 1,
  robustness: Float64Array | undefined,
  from = 1,
  count = values.length,
  jump = 1,
): Float64Array {
  const out = new Float64Array(count);
  const last = count - 1;
  let previous = -1;
  for (let i = 0; i <= last; i = i === last ? last + 1 : Math.min(last, i + jump)) {
    out[i] = localFit(values, span, degree, robustness, from + i);
    if (previous >= 0 && i - previous > 1) {
      const step = ((out[i] ?? 0) - (out[previous] ?? 0)) / (i - previous);
      for (let k = previous + 1; k < i; k++) out[k] = (out[previous] ?? 0) + step * (k - previous);
    }
    previous = i;
  }
  return out;
}

function localFit(
  values: Float64Array,
  span: number,
  degree: 0 | 1,
  robustness: Float64Array | undefined,
  x: number,
): number {
  const n = values.length;
  const width = Math.min(span, n);
  const half = Math.floor(width / 2);
  let left = Math.round(x) - half;
  if (width % 2 === 0 && x > left + half) left++;
  left = Math.max(1, Math.min(n - width + 1, left));
  const right = left + width - 1;
  let reach = Math.max(x - left, right - x);
  if (span > n) reach += Math.floor((span - n) / 2);
  const outer = 0.999 * reach;
  const inner = 0.001 * reach;
  let total = 0;
  let sumX = 0;
  let sumY = 0;
  let sumXX = 0;
  let sumXY = 0;
  for (let j = left; j <= right; j++) {
    const distance = Math.abs(j - x);
    if (distance > outer) continue;
    let weight = 1;
    if (distance > inner) {
      const ratio = distance / reach;
      const cube = 1 - ratio * ratio * ratio;
      weight = cube * cube * cube;
    }
    if (robustness) weight *= robustness[j - 1] ?? 0;
    const dx = j - x;
    const y = values[j - 1] ?? 0;
    total += weight;
    sumX += weight * dx;
    sumY += weight * y;
    sumXX += weight * dx * dx;
    sumXY += weight * dx * y;
  }
  if (!(total > 0)) return values[Math.max(0, Math.min(n - 1, Math.round(x) - 1))] ?? 0;
  const meanX = sumX / total;
  const meanY = sumY / total;
  if (degree === 0) return meanY;
  const spread = sumXX / total - meanX * meanX;
  if (!(Math.sqrt(Math.max(0, spread)) > 0.001 * Math.max(1, n - 1))) return meanY;
  const slope = (sumXY / total - meanX * meanY) / spread;
  return meanY - slope * meanX;
}
