import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { train } from '@olympus/ml';
import { run as runCdnow } from '../stats/customers.js';
import { run as runTelco } from '../stats/learning.js';
import { line, sharedFile } from '../stats/shared.js';
import { readOnlineRetail } from './online-retail.js';

type Figure = { readonly value: number; readonly lower: number; readonly upper: number };

const written = ({ value, lower, upper }: Figure, digits = 4) =>
  `${value.toFixed(digits)} (${lower.toFixed(digits)} to ${upper.toFixed(digits)})`;

/** Churn and value on Online Retail, as the room trains and judges them: cut-offs after all that was learned. */
function onlineRetail(): void {
  const path = sharedFile('online-retail/online_retail.csv.gz');
  if (path === undefined) return;
  const customers = readOnlineRetail(gunzipSync(readFileSync(path)).toString());
  const startDay = Math.min(
    ...customers.map(({ days }) => days[0]?.day ?? Number.MAX_SAFE_INTEGER),
  );
  const endDay = Date.UTC(2011, 11, 10) / 86_400_000;
  const before = process.cpuUsage();
  const { churn, value } = train({ customers, startDay, endDay, seed: 1, running: {} }, () => {});
  const { user, system } = process.cpuUsage(before);
  if ('kind' in churn) throw new Error(churn.reason);
  const { model, baseline, rows, against_baseline: difference } = churn.report;
  console.log(`\n  Online Retail, churn within 90 days: ${rows} customers at three cut-offs`);
  line('customers', String(customers.length));
  for (const name of ['auc', 'brier', 'calibration_error'] as const) {
    line(
      name,
      written(model[name]),
      name === 'calibration_error' ? '≤ .03' : 'apart from the rule',
    );
    line('  rule of recency', written(baseline[name]));
  }
  line('squared error, model less rule', written(difference));
  if ('kind' in value) throw new Error(value.reason);
  const { report } = value;
  console.log(`\n  Online Retail, value of the next 90 days: ${report.customers} customers`);
  line('mean error of value', written(report.value_error, 1));
  line('  as much as in the 90 days before', written(report.baseline_value_error, 1));
  line('outcomes within the interval', written(report.coverage, 3), '.8');
  line(
    'foretold and real, in all',
    `${report.expected_total.toFixed(0)} / ${report.real_total.toFixed(0)}`,
  );
  line('both trainings and their judgement, CPU', `${((user + system) / 1e6).toFixed(1)} s`);
}

onlineRetail();
console.log('\n  CDNOW, the models of buying till leaving directly: BG/NBD is the baseline');
await runCdnow();
console.log(
  '\n  Telco, boosting directly, as its customers have no orders: logistic is the baseline',
);
await runTelco();
