import { createHash } from 'node:crypto';
import type { KpiAnalytics, Outlooks } from '../state/ports.js';

type Outlook = KpiAnalytics['engines']['outlook'];

/** Forecasts kept; each holds a history of a few hundred values. */
const kept = 300;

/**
 * Forecasts, each made once for the finished buckets that it rests on: data that comes in today changes
 * none of them, a correction of the past does.
 */
export function rememberOutlooks(outlook: Outlook): Outlooks {
  const known = new Map<string, ReturnType<Outlook>>();
  return (request, evidence) => {
    const { signal: _, ...asked } = request;
    const key = createHash('sha256')
      .update(JSON.stringify([asked, evidence.times[0], evidence.times.at(-1), evidence.values]))
      .digest('base64');
    const found = known.get(key);
    if (found !== undefined) return found;
    // several may wait for it, so it does not end with the caller who came first
    const made = outlook(asked);
    known.set(key, made);
    made.catch(() => known.delete(key));
    const [oldest] = known.keys();
    if (known.size > kept && oldest !== undefined) known.delete(oldest);
    return made;
  };
}
