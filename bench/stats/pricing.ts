import { readFileSync } from 'node:fs';
import { estimateElasticity, isUndefined, shrinkEstimates } from '@olympus/stats';
import { line, sharedFile } from './shared.js';

/** Elasticity of cheese: pooled, with retailer fixed effects, and retailer by retailer. */
export const run = async (): Promise<void> => {
  const path = sharedFile('pricing/cheese.csv');
  if (path === undefined) return;
  const rows = readFileSync(path, 'utf8').trim().split('\n').slice(1);
  const cells = rows.map((row) => {
    const [, retailer = '', rest = ''] = /^"([^"]*)",(.*)$/.exec(row.trim()) ?? [];
    const [volume = 0, display = 0, price = 0] = rest.split(',').map(Number);
    return { retailer, volume, display, price };
  });
  const prices = cells.map((c) => c.price);
  const quantities = cells.map((c) => c.volume);
  const retailers = cells.map((c) => c.retailer);
  const displays = cells.map((c) => c.display);
  const fitted = estimateElasticity({
    prices,
    quantities,
    fixedEffects: [retailers],
    covariates: [displays],
  });
  if (isUndefined(fitted)) throw new Error(fitted.reason);
  console.log('  ln volume on ln price and display');
  line('pooled elasticity', fitted.pooled.estimate.toFixed(3), '−1.258');
  line('with retailer fixed effects', fitted.estimate.toFixed(3), '−2.388');
  line(
    '  cluster-robust error and 95 % interval',
    `${fitted.standardError.toFixed(3)} [${fitted.lower.toFixed(3)}, ${fitted.upper.toFixed(3)}]`,
  );
  line('warning', fitted.warning?.kind ?? 'none', 'pooling-confounds');
  if (fitted.warning) console.log(`  ${fitted.warning.message}`);

  // Each retailer alone on its first 25 weeks, judged by its remaining weeks, weighed by how well
  // those determine it.
  const names = [...new Set(retailers)];
  const own = names.map((name) => {
    const all = cells.filter((c) => c.retailer === name);
    const elasticity = (part: typeof all) =>
      estimateElasticity({
        prices: part.map((c) => c.price),
        quantities: part.map((c) => c.volume),
        covariates: [part.map((c) => c.display)],
      });
    return { early: elasticity(all.slice(0, 25)), late: elasticity(all.slice(25)) };
  });
  const pairs = own.flatMap(({ early, late }) =>
    isUndefined(early) || isUndefined(late) ? [] : [{ early, late }],
  );
  const shrunk = shrinkEstimates(pairs.map((p) => p.early));
  if (isUndefined(shrunk)) throw new Error(shrunk.reason);
  const total = pairs.reduce((sum, p) => sum + p.late.standardError ** -2, 0);
  const error = (of: (i: number) => number): string =>
    Math.sqrt(
      pairs.reduce(
        (sum, p, i) => sum + ((of(i) - p.late.estimate) / p.late.standardError) ** 2 / total,
        0,
      ),
    ).toFixed(3);
  line(
    'mean and spread across retailers',
    `${shrunk.mean.toFixed(3)} ± ${shrunk.standardDeviation.toFixed(3)}`,
  );
  line(
    'error against later weeks, each retailer alone',
    error((i) => pairs[i]?.early.estimate ?? 0),
  );
  line(
    'error against later weeks, shrunk',
    error((i) => shrunk.units[i]?.estimate ?? 0),
    '< alone',
  );
};
