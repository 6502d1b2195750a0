import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { olympus } from '../app/client.js';
import { useVisible } from '../app/use-visible.js';
import { dependsOn, type Ledgers } from './tenant-query.js';
import { createThrottle } from './throttle.js';

export type LiveStatus = 'connecting' | 'open' | 'lost' | 'paused';

export interface Live {
  /** How the stream of changes is doing. */
  readonly status: LiveStatus;
  readonly setPaused: (paused: boolean) => void;
}

const LiveContext = createContext<Live>({ status: 'connecting', setPaused: () => {} });

/** The tenant's stream of changes, which the shell follows. */
export function useLive(): Live {
  return useContext(LiveContext);
}

/** Shortest time between two refreshes caused by events. */
const REFRESH_MS = 3_000;

/**
 * Follows one tenant and asks again what is on screen and depends on ledgers that changed. A page
 * that cannot be seen closes its stream, since browsers allow six connections to a server over
 * HTTP/1.1, for all its tabs together.
 */
export function LiveProvider({
  tenantId,
  children,
}: {
  readonly tenantId: string | undefined;
  readonly children: ReactNode;
}) {
  const queries = useQueryClient();
  const visible = useVisible();
  const opened = useRef<string | undefined>(undefined);
  const [paused, setPaused] = useState(false);
  const [stream, setStream] = useState<Exclude<LiveStatus, 'paused'>>('connecting');
  useEffect(() => {
    setStream('connecting');
    if (tenantId === undefined || paused || !visible) return;
    const stop = new AbortController();
    let changed: Ledgers = [];
    const refresh = createThrottle(() => {
      const ledgers = changed;
      changed = [];
      void queries.invalidateQueries({
        predicate: (query) => dependsOn(query, tenantId, ledgers),
      });
    }, REFRESH_MS);
    const note = (ledgers: Ledgers) => {
      changed = changed === 'any' || ledgers === 'any' ? 'any' : [...changed, ...ledgers];
      refresh.request();
    };
    const follow = async () => {
      for await (const message of olympus.analytics.live(tenantId, { signal: stop.signal })) {
        if (message.kind === 'changed') {
          note(message.ledgers.length > 0 ? message.ledgers : 'any');
          continue;
        }
        setStream(message.kind);
        if (message.kind !== 'open') continue;
        // A stream that opens again may have missed something; the first one follows a fresh load.
        if (opened.current === tenantId) note('any');
        opened.current = tenantId;
      }
    };
    follow().catch(() => setStream('lost'));
    return () => {
      stop.abort();
      refresh.cancel();
    };
  }, [tenantId, paused, visible, queries]);
  const status: LiveStatus = paused ? 'paused' : stream;
  const live = useMemo(() => ({ status, setPaused }), [status]);
  return <LiveContext value={live}>{children}</LiveContext>;
}
