import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Problem } from '@olympus/core';
import type { Destination } from './destination.js';
import { tooLarge, unreachable } from './faults.js';

/** One request, without redirects. */
export interface Sent {
  readonly method: string;
  readonly headers: Headers;
  readonly body: Uint8Array | undefined;
  /** Ends the exchange, the answer's body included; its reason is what the caller gets. */
  readonly signal: AbortSignal;
  readonly maxBytes: number;
}

/** Sends one request to an address that was checked and resolves with the head of the answer. */
export function exchange(destination: Destination, sent: Sent): Promise<Response> {
  const { url, host } = destination;
  const { method, headers, body, signal, maxBytes } = sent;
  return new Promise<Response>((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestSecure : requestPlain;
    const outgoing = send(url, {
      method,
      headers: Object.fromEntries(headers),
      lookup: pinned(destination),
      // a pooled connection may lead to an address that was checked for somebody else
      agent: false,
      signal,
    });
    const fault: Fault = (error) =>
      signal.aborted ? signal.reason : error instanceof Problem ? error : unreachable(host, error);
    outgoing.on('error', (error) => reject(fault(error)));
    outgoing.on('response', (incoming) => {
      if (Number(incoming.headers['content-length'] ?? 0) > maxBytes && method !== 'HEAD') {
        reject(tooLarge(host, maxBytes));
        outgoing.destroy();
        return;
      }
      resolve(toResponse(incoming, limited(incoming, host, maxBytes, fault)));
    });
    outgoing.end(body);
  });
}

/** Connects to the addresses that were checked, whatever the name resolves to by now. */
function pinned({ addresses }: Destination): LookupFunction {
  return (_host, options, callback) => {
    const [first] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family ?? 0);
  };
}

type Fault = (error: unknown) => unknown;

/** The answer's body, which fails past `maxBytes`. */
function limited(
  incoming: IncomingMessage,
  host: string,
  maxBytes: number,
  fault: Fault,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks: AsyncIterator<Buffer> = incoming[Symbol.asyncIterator]();
  let size = 0;
  // an answer that nobody reads to its end is no crash
  incoming.on('error', () => undefined);
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await chunks.next();
          if (done === true) return controller.close();
          size += value.length;
          if (size > maxBytes) throw tooLarge(host, maxBytes);
          controller.enqueue(new Uint8Array(value));
        } catch (error) {
          incoming.destroy();
          controller.error(fault(error));
        }
      },
      cancel() {
        incoming.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}

const withoutBody = new Set([101, 103, 204, 205, 304]);

function toResponse(
  incoming: IncomingMessage,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): Response {
  const status = incoming.statusCode ?? 502;
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(incoming.headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  const empty = withoutBody.has(status);
  if (empty) incoming.resume();
  return new Response(empty ? null : body, {
    status,
    statusText: incoming.statusMessage ?? '',
    headers,
  });
}
