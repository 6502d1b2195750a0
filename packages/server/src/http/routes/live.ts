import type { ServerResponse } from 'node:http';
import { Problem } from '@olympus/core';
import { Type } from 'typebox';
import type { LiveHub } from '../../live/hub.js';
import { tenantOf } from '../access.js';
import { callerKey } from '../rate-limits.js';
import type { App } from '../type-provider.js';

const heartbeatMs = 15_000;
/** Past this many unread bytes a viewer is too slow to be kept. */
const maxUnreadBytes = 64 * 1024;
const maxStreamsACaller = 50;

export interface LiveStreams {
  count(): number;
}

/** Server-sent events that say when a tenant's ledgers changed. */
export function registerLiveRoute(app: App, { hub }: { readonly hub: LiveHub }): LiveStreams {
  const open = new Map<ServerResponse, string>();

  app.addHook('preClose', async () => {
    for (const stream of open.keys()) stream.end();
  });

  app.get(
    '/api/tenants/:tenant_id/live',
    {
      // a HEAD request would hold a stream open that says nothing
      exposeHeadRoute: false,
      config: { access: { permission: 'analytics:read', tenant: 'path' } },
      schema: {
        tags: ['analytics'],
        summary: 'Follow changes as server-sent events',
        description:
          '`event: changed` with `{"ledgers":["sales"],"version":12,"events":3}`; a comment every 15 seconds.',
        params: Type.Object({ tenant_id: Type.String() }),
        produces: ['text/event-stream'],
      },
    },
    (request, reply) => {
      const caller = callerKey(request);
      const others = [...open.values()].filter((other) => other === caller).length;
      if (others >= maxStreamsACaller) throw tooManyStreams();
      const tenant = tenantOf(request).id;
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
        if (stream.writableLength > maxUnreadBytes) stream.destroy();
        else stream.write(text);
      };
      write('retry: 2000\n: connected\n\n');
      open.set(stream, caller);
      const unsubscribe = hub.subscribe(tenant, ({ ledgers, version, events }) => {
        write(`event: changed\ndata: ${JSON.stringify({ ledgers, version, events })}\n\n`);
      });
      const heartbeat = setInterval(write, heartbeatMs, ': still here\n\n');
      stream.on('close', () => {
        clearInterval(heartbeat);
        unsubscribe();
        open.delete(stream);
      });
    },
  );
  return { count: () => open.size };
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
