import { type Clock, Problem } from '@olympus/core';
import type { Outcome } from './way.js';

/** Problems of an address that time does not mend. */
const forGood: ReadonlySet<string> = new Set(['private_address', 'address_refused']);
/** Statuses by which a receiver refuses what it was sent, whenever it is sent. */
const refused: ReadonlySet<number> = new Set([400, 410, 413, 415, 422]);
/** Of an answer that is no acceptance, at most this is kept. */
const keptCharacters = 200;
const readBytes = 2_000;

/** Posts to an address that somebody entered. A redirect is no acceptance, and is not followed. */
export async function post(
  deps: { readonly fetch: typeof fetch; readonly clock: Clock },
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Outcome> {
  const at = () => new Date(deps.clock.now()).toISOString();
  let response: Response;
  try {
    response = await deps.fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    if (!(error instanceof Problem)) throw error;
    const failure = { code: error.code, message: error.message, at: at() };
    return forGood.has(error.code)
      ? { kind: 'never', failure }
      : { kind: 'later', failure, ofChannel: true };
  }
  const { status } = response;
  if (status >= 200 && status < 300) {
    await response.body?.cancel();
    return { kind: 'accepted', reply: `HTTP ${status}` };
  }
  const said = await beginningOf(response).catch(() => '');
  const failure = { ...faultOf(status, said), status, at: at() };
  if (refused.has(status)) return { kind: 'never', failure };
  const waitMs = status === 429 || status === 503 ? waitOf(response, deps.clock.now()) : undefined;
  return { kind: 'later', failure, waitMs, ofChannel: true };
}

function faultOf(status: number, said: string): { code: string; message: string } {
  if (status >= 300 && status < 400) {
    return {
      code: 'redirected',
      message: `The address leads elsewhere (HTTP ${status}); name the one that it leads to`,
    };
  }
  const words = said === '' ? '' : `: ${said}`;
  return { code: 'not_accepted', message: `The receiver answered HTTP ${status}${words}` };
}

/** Retry-After in seconds or as a date. @returns milliseconds from now */
export function waitOf({ headers }: Response, nowMs: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000;
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - nowMs);
}

/** What an answer begins with, in one line. */
async function beginningOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    text += decoder.decode(value, { stream: true });
    if (bytes >= readBytes) break;
  }
  await reader.cancel();
  return text.replace(/\s+/g, ' ').trim().slice(0, keptCharacters);
}
