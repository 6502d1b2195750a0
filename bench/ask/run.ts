import { isDeepStrictEqual } from 'node:util';
import { type Check, ownersQuestions, type Row } from './questions.js';

/**
 * Asks the forty questions of an owner of a running server and holds each answer against the
 * operation that it should come from: `OLYMPUS_KEY=oly_… npm run bench:ask`. `OLYMPUS_URL` is
 * http://127.0.0.1:3000 and `OLYMPUS_TENANT` demo by default; the demo needs two KPIs ("Monthly
 * revenue", "Orders a week") and a cohort "Garden lovers" (garden-lovers).
 */
const url = process.env.OLYMPUS_URL ?? 'http://127.0.0.1:3000';
const tenant = process.env.OLYMPUS_TENANT ?? 'demo';
const key = process.env.OLYMPUS_KEY ?? '';

async function call(path: string, body: object) {
  const isList = path.endsWith('/kpis/list');
  const response = await fetch(
    isList ? `${url}${path.replace('/list', '')}?tenant_id=${tenant}` : `${url}${path}`,
    {
      method: isList ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(isList ? {} : { body: JSON.stringify({ tenant_id: tenant, ...body }) }),
    },
  );
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

/** Exact decimals come as text. */
const plain = (values: readonly unknown[]) =>
  values.map((value) =>
    typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : (value ?? null),
  );

async function isRight({ operation, wanted, got }: Check, rows: readonly Row[]) {
  const [path, body] = operation;
  const right = plain(wanted(await call(path, body)));
  const found = plain(got(rows));
  return { holds: isDeepStrictEqual(found, right) && found.length > 0, right, found };
}

const { today } = await (async () => {
  const { generated_at: at } = await call('/api/analytics/trends', { metrics: ['revenue'] });
  const zone = 'Europe/Berlin';
  return { today: new Date(at).toLocaleDateString('sv-SE', { timeZone: zone }) };
})();
const tally = { right: 0, asked: 0, wrong: 0, declined: 0 };
const times: number[] = [];
for (const [kind, question, check] of ownersQuestions(today)) {
  const begun = performance.now();
  const { outcome, data } = await call('/api/analytics/nlp/query', { question, locale: 'en' });
  times.push(performance.now() - begun);
  const tell = (word: string, detail = '') =>
    console.log(`${word.padEnd(9)} ${kind.padEnd(10)} ${question}${detail}`);
  if (outcome.kind === 'decline') {
    tally.declined++;
    tell('declined', `\n            ${outcome.message}`);
  } else if (outcome.kind === 'clarify') {
    const word = check === 'ask' ? 'asked' : 'declined';
    tally[word]++;
    tell(word === 'asked' ? 'asked' : 'asked, not wanted');
  } else if (check === 'ask') {
    tally.wrong++;
    tell('WRONG', '\n            answered instead of asking back');
  } else {
    const { holds, right, found } = await isRight(check, data?.tables[0]?.rows ?? []);
    tally[holds ? 'right' : 'wrong']++;
    const detail = `\n            got    ${JSON.stringify(found).slice(0, 200)}\n            wanted ${JSON.stringify(right).slice(0, 200)}`;
    tell(
      holds ? 'right' : 'WRONG',
      holds ? '' : `\n            ${outcome.interpretation}${detail}`,
    );
  }
}
times.sort((a, b) => a - b);
const { right, asked, wrong, declined } = tally;
console.log(
  `\nanswered rightly ${right}, asked back as it has to be ${asked}, answered wrongly ${wrong}, declined ${declined}; of ${times.length}. Over HTTP p50 ${times[Math.floor(times.length / 2)]?.toFixed(0)} ms, p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(0)} ms`,
);
