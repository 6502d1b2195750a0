import { problemOf, unreachable } from './problem.js';

/** Where and as whom requests are made. */
export interface ClientOptions {
  /** Address of the server, `https://analytics.example.com`. In a browser: empty, the page's own origin. */
  readonly baseUrl?: string;
  /** An API key (`oly_…`). Without one the browser's session cookie speaks for the caller. */
  readonly apiKey?: string;
  /** Replaces the platform's fetch, for tests and proxies. */
  readonly fetch?: typeof fetch;
}

export interface RequestOptions {
  readonly signal?: AbortSignal;
}

export interface SendOptions extends RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  /** A file that is the body. */
  readonly file?: Blob;
  readonly contentType?: string;
  readonly accept?: string;
}

/** Makes a request and answers the raw response; throws ProblemError on a failing status. */
export type Transport = (path: string, options?: SendOptions) => Promise<Response>;

export function createTransport(options: ClientOptions): Transport {
  const base = (options.baseUrl ?? '').replace(/\/+$/, '');
  // Called bare: browsers reject fetch when it is called as a method of another object.
  const send = options.fetch ?? ((input, init) => fetch(input, init));
  return async (path, request = {}) => {
    const method = request.method ?? 'GET';
    const headers: Record<string, string> = { accept: request.accept ?? 'application/json' };
    if (options.apiKey) headers.authorization = `Bearer ${options.apiKey}`;
    else if (method !== 'GET') headers['x-olympus-csrf'] = '1';
    if (request.file !== undefined) {
      headers['content-type'] = request.file.type || 'application/octet-stream';
    } else if (request.body !== undefined) {
      headers['content-type'] = request.contentType ?? 'application/json';
    }
    let response: Response;
    try {
      response = await send(base + path, {
        method,
        headers,
        credentials: 'same-origin',
        ...bodyOf(request),
        ...(request.signal ? { signal: request.signal } : {}),
      });
    } catch (error) {
      if (request.signal?.aborted) throw error;
      throw unreachable(error);
    }
    if (!response.ok) throw await problemOf(response);
    return response;
  };
}

function bodyOf({ file, body }: SendOptions): { body?: string | Blob } {
  if (file !== undefined) return { body: file };
  return body === undefined ? {} : { body: JSON.stringify(body) };
}

/** Reads a JSON answer; the one place where the wire is trusted to have the contract's shape. */
export async function readJson<T>(response: Response): Promise<T> {
  return (await response.json()) as T;
}
