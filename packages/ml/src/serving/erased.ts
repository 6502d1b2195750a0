import type { TenantId } from '@olympus/core';

/** Keeps a scoring under way from writing about somebody who was erased since it read. */
export interface Erased {
  /** A moment to compare with: taken before anything is read. */
  mark(): number;
  /** Writes of a tenant, one after the other; an erasure waits for the one under way. */
  write(
    tenant: TenantId,
    readSince: number,
    work: (isErased: (key: string) => boolean) => Promise<void>,
  ): Promise<void>;
  /** Nothing that was read before is written about the person; `work` runs between writes. */
  erase<T>(tenant: TenantId, key: string, work: () => Promise<T>): Promise<T>;
}

export function createErased(): Erased {
  let moment = 0;
  const gone = new Map<string, number>();
  const turns = new Map<TenantId, Promise<unknown>>();
  const inTurn = <T>(tenant: TenantId, work: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(tenant) ?? Promise.resolve()).then(work, work);
    turns.set(tenant, turn);
    return turn;
  };
  return {
    mark: () => moment,
    write: (tenant, readSince, work) =>
      inTurn(tenant, () => work((key) => (gone.get(`${tenant}\n${key}`) ?? 0) > readSince)),
    erase(tenant, key, work) {
      moment += 1;
      gone.set(`${tenant}\n${key}`, moment);
      return inTurn(tenant, work);
    },
  };
}
