import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useId,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';

/** The bucket being read, and the chart in which it is pointed at. */
interface CursorState {
  readonly at: string | null;
  readonly source: string;
}

interface CursorStore {
  readonly read: () => CursorState;
  readonly move: (state: CursorState) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createCursorStore(): CursorStore {
  let state: CursorState = { at: null, source: '' };
  const listeners = new Set<() => void>();
  return {
    read: () => state,
    move: (next) => {
      if (next.at === state.at && next.source === state.source) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const GroupContext = createContext<CursorStore | null>(null);

/** Charts in it that share their cursor are read at the same bucket together. */
export function CursorGroup({ children }: { readonly children: ReactNode }) {
  const [store] = useState(createCursorStore);
  return <GroupContext.Provider value={store}>{children}</GroupContext.Provider>;
}

export interface Cursor {
  /** The bucket being read; null: none. */
  readonly index: number | null;
  /** Whether it is read in this chart: the card is shown here alone, the line in all. */
  readonly own: boolean;
  readonly move: (index: number | null) => void;
}

/** A cursor over buckets; with `shared`, the one of the group around it. */
export function useCursor(keys: readonly string[], shared: boolean): Cursor {
  const id = useId();
  const group = useContext(GroupContext);
  const [local] = useState(createCursorStore);
  const store = shared && group ? group : local;
  const { at, source } = useSyncExternalStore(store.subscribe, store.read);
  const found = useMemo(() => (at === null ? -1 : keys.indexOf(at)), [keys, at]);
  const move = useCallback(
    (index: number | null) =>
      store.move({ at: index === null ? null : (keys[index] ?? null), source: id }),
    [store, keys, id],
  );
  return { index: found < 0 ? null : found, own: source === id, move };
}
