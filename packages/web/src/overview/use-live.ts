import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { olympus } from '../app/client.js';
import { createThrottle } from './throttle.js';
import { dashboardKey } from './use-dashboard.js';

export type LiveStatus = 'connecting' | 'open' | 'lost' | 'paused';

/** Shortest time between two refreshes caused by events. */
const REFRESH_MS = 3_000;

/**
 * Refreshes a tenant's figures when its events arrive. Hidden pages wait until they are looked at.
 * @returns how the stream is doing
 */
export function useLive(tenantId: string, paused: boolean): LiveStatus {
  const queries = useQueryClient();
  const [status, setStatus] = useState<LiveStatus>('connecting');
  useEffect(() => {
    if (paused) return;
    const stop = new AbortController();
    let missed = false;
    const refresh = createThrottle(
      () => void queries.invalidateQueries({ queryKey: dashboardKey(tenantId) }),
      REFRESH_MS,
    );
    const onSight = () => {
      if (document.visibilityState === 'visible' && missed) {
        missed = false;
        refresh.request();
      }
    };
    document.addEventListener('visibilitychange', onSight);
    const follow = async () => {
      let before = false;
      for await (const message of olympus.live(tenantId, { signal: stop.signal })) {
        if (message.kind === 'lost') setStatus('lost');
        if (message.kind === 'open') setStatus('open');
        // A stream that opens again may have missed something; the first one follows a fresh load.
        const stale = message.kind === 'changed' || (message.kind === 'open' && before);
        if (message.kind === 'open') before = true;
        if (!stale) continue;
        if (document.visibilityState === 'visible') refresh.request();
        else missed = true;
      }
    };
    setStatus('connecting');
    follow().catch(() => setStatus('lost'));
    return () => {
      stop.abort();
      refresh.cancel();
      document.removeEventListener('visibilitychange', onSight);
    };
  }, [tenantId, paused, queries]);
  return paused ? 'paused' : status;
}
