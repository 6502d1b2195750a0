/** The body of a fault: an RFC 9457 problem document with Olympus's extra members. */
export interface ProblemDocument {
  readonly type?: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** Stable, snake_case; what programs branch on. */
  readonly code: string;
  /** JSON pointer or name of what is at fault. */
  readonly at?: string;
  /** What to do about it, for people. */
  readonly remedy?: string;
  readonly request_id?: string;
}

/**
 * A request that the server answered with a fault, or that never reached it.
 * `status` is 0 and `code` is `unreachable` when there was no answer at all.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly at: string | undefined;
  readonly remedy: string | undefined;
  readonly requestId: string | undefined;
  /** From Retry-After, in milliseconds; undefined when the server did not say. */
  readonly retryAfterMs: number | undefined;

  constructor(document: ProblemDocument, options: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(document.detail ?? document.title, { cause: options.cause });
    this.status = document.status;
    this.code = document.code;
    this.title = document.title;
    this.detail = document.detail;
    this.at = document.at;
    this.remedy = document.remedy;
    this.requestId = document.request_id;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** The fault of a request that got no answer. */
export function unreachable(cause: unknown): ProblemError {
  return new ProblemError(
    {
      title: 'The server could not be reached',
      status: 0,
      code: 'unreachable',
      remedy: 'Check that Olympus is running and that the network lets this request through.',
    },
    { cause },
  );
}

/**
 * Turns an answer with a failing status into a ProblemError. An answer that is no problem document
 * (a proxy's page, an empty body) becomes one with code `http_<status>`.
 */
export async function problemOf(response: Response): Promise<ProblemError> {
  const document = await parseDocument(response);
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'));
  return new ProblemError(document, retryAfterMs === undefined ? {} : { retryAfterMs });
}

async function parseDocument(response: Response): Promise<ProblemDocument> {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const fallback: ProblemDocument = {
    title: response.statusText || `The server answered ${response.status}`,
    status: response.status,
    code: `http_${response.status}`,
    ...(requestId ? { request_id: requestId } : {}),
  };
  const text = await response.text().catch(() => '');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return fallback;
  }
  if (typeof body !== 'object' || body === null) return fallback;
  const members = body as Partial<Record<string, unknown>>;
  const optional = (name: 'type' | 'detail' | 'at' | 'remedy' | 'request_id') =>
    typeof members[name] === 'string' ? { [name]: members[name] } : {};
  return {
    ...fallback,
    ...(typeof members.title === 'string' ? { title: members.title } : {}),
    ...(typeof members.code === 'string' ? { code: members.code } : {}),
    ...optional('type'),
    ...optional('detail'),
    ...optional('at'),
    ...optional('remedy'),
    ...optional('request_id'),
  };
}

/** Seconds or an HTTP date (RFC 9110 §10.2.3) as milliseconds from now, never negative. */
export function parseRetryAfter(value: string | null, nowMs = Date.now()): number | undefined {
  if (value === null || value.trim() === '') return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}
