import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { olympus } from '../app/client.js';
import { useVisible } from '../app/use-visible.js';
import { createThrottle } from './throttle.js';
import { dashboardKey } from './use-dashboard.js';

export type LiveStatus = 'connecting' | 'open' | 'lost' | 'paused';

/** Shortest time between two refreshes caused by events. */
const REFRESH_MS = 3_000;

/**
 * Refreshes a tenant's figures when its events arrive. A page that cannot be seen closes its stream,
 * since browsers allow six connections to a server over HTTP/1.1, for all its tabs together.
 * @returns how the stream is doing
 */
export function useLive(tenantId: string, paused: boolean): LiveStatus {
  const queries = useQueryClient();
  const visible = useVisible();
  const openedBefore = useRef(false);
  const [status, setStatus] = useState<LiveStatus>('connecting');
  useEffect(() => {
    if (paused || !visible) return;
    const stop = new AbortController();
    const refresh = createThrottle(
      () => void queries.invalidateQueries({ queryKey: dashboardKey(tenantId) }),
      REFRESH_MS,
    );
    const follow = async () => {
      for await (const message of olympus.analytics.live(tenantId, { signal: stop.signal })) {
        if (message.kind !== 'changed') setStatus(message.kind);
        // A stream that opens again may have missed something; the first one follows a fresh load.
        if (message.kind === 'changed' || (message.kind === 'open' && openedBefore.current)) {
          refresh.request();
        }
        if (message.kind === 'open') openedBefore.current = true;
      }
    };
    setStatus('connecting');
    follow().catch(() => setStatus('lost'));
    return () => {
      stop.abort();
      refresh.cancel();
    };
  }, [tenantId, paused, visible, queries]);
  return paused ? 'paused' : status;
}
