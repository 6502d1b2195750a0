/** Lets many in at a time, or one alone. Who wants to be alone goes before those who come after. */
interface Gate {
  enter<T>(work: () => Promise<T>): Promise<T>;
  /** Waits until all who are inside are done; callers take care that one at a time asks for it. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function createGate(): Gate {
  const inside = new Set<Promise<unknown>>();
  let closed: Promise<unknown> | undefined;

  return {
    async enter(work) {
      while (closed !== undefined) await closed;
      const done = work();
      const settled = done.catch(() => {});
      inside.add(settled);
      try {
        return await done;
      } finally {
        inside.delete(settled);
      }
    },
    async alone(work) {
      const run = Promise.all(inside).then(work);
      closed = run.catch(() => {});
      try {
        return await run;
      } finally {
        closed = undefined;
      }
    },
  };
}
