import type { ServerResponse } from 'node:http';
import { Problem } from '@olympus/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerKey } from './rate-limits.js';
import type { App } from './type-provider.js';

const heartbeatMs = 15_000;
/** Past this many unread bytes a viewer is too slow to be kept. */
const maxUnreadBytes = 64 * 1024;
const maxStreamsACaller = 50;

/** Answers that stay open: messages as server-sent events. */
export interface EventStreams {
  count(): number;
  /**
   * Takes the reply over and sends messages until they end or the caller goes.
   * @throws Problem `too_many_streams`
   */
  open(
    request: FastifyRequest,
    reply: FastifyReply,
    follow: (signal: AbortSignal) => AsyncIterable<StreamedEvent>,
  ): void;
}

export interface StreamedEvent {
  /** Its name. */
  readonly event: string;
  /** Sent as JSON; nothing when undefined. */
  readonly data: unknown;
}

export function createEventStreams(app: App): EventStreams {
  const open = new Map<ServerResponse, string>();

  app.addHook('preClose', async () => {
    for (const stream of open.keys()) stream.end();
  });

  return {
    count: () => open.size,
    open(request, reply, follow) {
      const caller = callerKey(request);
      const others = [...open.values()].filter((other) => other === caller).length;
      if (others >= maxStreamsACaller) throw tooManyStreams();
      const headers = reply.getHeaders();
      reply.hijack();
      const stream = reply.raw;
      stream.writeHead(200, {
        ...Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        connection: 'keep-alive',
      });
      const write = (text: string) => {
        if (stream.writableEnded) return;
        if (stream.writableLength > maxUnreadBytes) stream.destroy();
        else stream.write(text);
      };
      write('retry: 2000\n: connected\n\n');
      open.set(stream, caller);
      const heartbeat = setInterval(write, heartbeatMs, ': still here\n\n');
      const gone = new AbortController();
      stream.on('close', () => {
        clearInterval(heartbeat);
        open.delete(stream);
        gone.abort();
      });
      void send(follow(gone.signal), ({ event, data }) =>
        write(`event: ${event}\ndata: ${data === undefined ? '' : JSON.stringify(data)}\n\n`),
      ).then(
        () => stream.end(),
        (error: unknown) => {
          request.log.error({ err: error, request_id: request.id }, 'a stream broke');
          stream.destroy();
        },
      );
    },
  };
}

async function send(
  messages: AsyncIterable<StreamedEvent>,
  write: (message: StreamedEvent) => void,
): Promise<void> {
  for await (const message of messages) write(message);
}

function tooManyStreams(): Problem {
  return new Problem({
    code: 'too_many_streams',
    kind: 'rate_limited',
    message: `More than ${maxStreamsACaller} live streams are open`,
    remedy: 'Close streams that nobody reads.',
    retryAfterSeconds: 10,
  });
}
