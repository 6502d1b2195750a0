/** P(K > x) of Kolmogorov's limit distribution. */
export const kolmogorovSurvival = (x: number): number => {
  if (x <= 0) return 1;
  if (x < 1) {
    const factor = Math.PI ** 2 / (8 * x * x);
    let sum = 0;
    for (let k = 1; k < 40; k += 2) sum += Math.exp(-k * k * factor);
    return Math.max(0, 1 - (Math.sqrt(2 * Math.PI) / x) * sum);
  }
  let sum = 0;
  for (let k = 1; k < 40; k++) sum += (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * x * x);
  return Math.min(1, 2 * sum);
};

/**
 * P(D ≥ d) over all orders of two samples: probability that a random lattice path leaves the band.
 * Summed where paths leave, so that small tails keep their digits. O(m·n).
 * @param reach d·m·n as a whole number
 */
export const twoSampleTail = (m: number, n: number, reach: number): number => {
  let inside = new Float64Array(n + 1);
  inside[0] = 1;
  let left = 0;
  for (let i = 0; i <= m; i++) {
    const next = new Float64Array(n + 1);
    for (let j = 0; j <= n; j++) {
      const mass = inside[j] ?? 0;
      if (mass === 0) continue;
      if (Math.abs(i * n - j * m) >= reach) {
        left += mass;
        continue;
      }
      const remaining = m + n - i - j;
      if (remaining === 0) continue;
      next[j] = (next[j] ?? 0) + (mass * (m - i)) / remaining;
      if (j < n) inside[j + 1] = (inside[j + 1] ?? 0) + (mass * (n - j)) / remaining;
    }
    inside = next;
  }
  return Math.min(1, left);
};

/** P(D⁺ ≥ d) for one sample, Smirnov's exact sum (Birnbaum & Tingey 1951). */
export const oneSidedTail = (n: number, d: number): number => {
  let sum = 0;
  let logBinomial = 0;
  const last = Math.floor(n * (1 - d));
  for (let k = 0; k <= last; k++) {
    if (k > 0) logBinomial += Math.log((n - k + 1) / k);
    const low = d + k / n;
    const high = 1 - low;
    if (high < 0) break;
    const power = (n - k) * (high > 0 ? Math.log(high) : n === k ? 0 : Number.NEGATIVE_INFINITY);
    sum += Math.exp(logBinomial + power + (k - 1) * Math.log(low));
  }
  return Math.min(1, d * sum);
};

/** P(Dₙ < d) by Durbin's matrix power (Marsaglia, Tsang & Wang 2003). */
export const durbinCdf = (n: number, d: number): number => {
  const k = Math.ceil(n * d);
  const size = 2 * k - 1;
  const h = k - n * d;
  const base = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) base[i * size + j] = i - j + 1 < 0 ? 0 : 1;
  }
  for (let i = 0; i < size; i++) {
    base[i * size] = (base[i * size] ?? 0) - h ** (i + 1);
    const bottom = (size - 1) * size + i;
    base[bottom] = (base[bottom] ?? 0) - h ** (size - i);
  }
  const corner = (size - 1) * size;
  base[corner] = (base[corner] ?? 0) + (2 * h - 1 > 0 ? (2 * h - 1) ** size : 0);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      for (let g = 2; g <= i - j + 1; g++) base[i * size + j] = (base[i * size + j] ?? 0) / g;
    }
  }
  const multiply = (a: Float64Array, b: Float64Array): Float64Array => {
    const out = new Float64Array(size * size);
    for (let i = 0; i < size; i++) {
      for (let l = 0; l < size; l++) {
        const factor = a[i * size + l] ?? 0;
        if (factor === 0) continue;
        for (let j = 0; j < size; j++) {
          out[i * size + j] = (out[i * size + j] ?? 0) + factor * (b[l * size + j] ?? 0);
        }
      }
    }
    return out;
  };
  let power = base;
  let powerScale = 0;
  let result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) result[i * size + i] = 1;
  let resultScale = 0;
  const middle = (k - 1) * size + (k - 1);
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) {
      result = Float64Array.from(multiply(result, power));
      resultScale += powerScale;
      if ((result[middle] ?? 0) > 1e140) {
        result = result.map((v) => v * 1e-140);
        resultScale += 140;
      }
    }
    if (left > 1) {
      power = Float64Array.from(multiply(power, power));
      powerScale *= 2;
      if ((power[middle] ?? 0) > 1e140) {
        power = power.map((v) => v * 1e-140);
        powerScale += 140;
      }
    }
  }
  let log = Math.log(result[middle] ?? 0) + resultScale * Math.LN10;
  for (let i = 1; i <= n; i++) log += Math.log(i / n);
  return Math.exp(log);
};
