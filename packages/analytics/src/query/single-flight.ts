/**
 * Shares work between callers that ask for the same. Callers of one version share the run under
 * way; callers of a newer version share one next run, which starts when the present one ends. So at
 * most one run of a key is under way, and nobody gets an answer older than their question.
 */
export interface SingleFlight {
  run<T>(
    key: string,
    version: () => number,
    work: (version: number) => Promise<T>,
  ): Promise<{ readonly value: T; readonly shared: boolean }>;
}

interface Flight {
  readonly version: number;
  readonly promise: Promise<unknown>;
  next: Promise<unknown> | undefined;
}

export function createSingleFlight(): SingleFlight {
  const flights = new Map<string, Flight>();
  const start = <T>(key: string, version: () => number, work: (version: number) => Promise<T>) => {
    const at = version();
    const flight: Flight = {
      version: at,
      promise: work(at).finally(() => {
        if (flights.get(key) === flight) flights.delete(key);
      }),
      next: undefined,
    };
    flights.set(key, flight);
    return flight.promise as Promise<T>;
  };
  return {
    run: async <T>(
      key: string,
      version: () => number,
      work: (version: number) => Promise<T>,
    ): Promise<{ value: T; shared: boolean }> => {
      const flight = flights.get(key);
      if (flight === undefined) return { value: await start(key, version, work), shared: false };
      if (flight.version === version()) {
        return { value: (await flight.promise) as T, shared: true };
      }
      const shared = flight.next !== undefined;
      flight.next ??= flight.promise.catch(() => undefined).then(() => start(key, version, work));
      return { value: (await flight.next) as T, shared };
    },
  };
}
