/** A factor of a product in both spans. */
export interface FactorPair {
  readonly previous: number;
  readonly current: number;
}

/**
 * Effects of each factor on the change of their product: Shapley values, the mean over all orders in
 * which the factors could have changed one after another. Exact for any values, zero and below
 * included, where logarithms (LMDI) have none. With two factors it is Δx · ȳ and x̄ · Δy.
 * @param factors  at most 12: the cost doubles with each
 * @returns effects in the product's unit, in the order given, that add up to its change
 */
export function productEffects(factors: readonly FactorPair[]): readonly number[] {
  const n = factors.length;
  if (n > 12) throw new RangeError('a product of more than twelve factors');
  const weights = coalitionWeights(n);
  return factors.map(({ previous, current }, own) => {
    const others = factors.filter((_, index) => index !== own);
    let effect = 0;
    for (let chosen = 0; chosen < 2 ** others.length; chosen++) {
      let product = 1;
      let size = 0;
      others.forEach((factor, bit) => {
        const changed = (chosen & (1 << bit)) !== 0;
        if (changed) size++;
        product *= changed ? factor.current : factor.previous;
      });
      effect += (weights[size] ?? 0) * product;
    }
    return effect * (current - previous);
  });
}

/** Probability that exactly a given set of so many others changed before one, in a random order. */
function coalitionWeights(n: number): readonly number[] {
  const factorial = (k: number): number => (k <= 1 ? 1 : k * factorial(k - 1));
  return Array.from(
    { length: n },
    (_, size) => (factorial(size) * factorial(n - 1 - size)) / factorial(n),
  );
}
