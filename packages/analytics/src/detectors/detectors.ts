import { randomBytes } from 'node:crypto';
import { type Clock, type Grain, Problem, type TenantId } from '@olympus/core';
import type { Filter } from '@olympus/semantic';
import type { SensitivityName } from '../engines/anomalies/sensitivity.js';
import type { ControlStore } from '../ports.js';

/** What a detector looks at. */
export interface Watched {
  readonly metric: string;
  readonly grain: Grain;
  readonly filters: Filter[];
  readonly breakdown: string | null;
  readonly sensitivity: SensitivityName | number;
}

/** A way to look for anomalies that was saved by name. */
export interface Detector extends Watched {
  readonly id: string;
  readonly name: string;
  readonly saved_at: string;
}

export interface Detectors {
  /** By name. */
  list(tenant: TenantId): Promise<readonly Detector[]>;
  /**
   * Saves one; with an id it takes the place of that one.
   * @throws Problem `detector_not_found`, `too_many_detectors`
   */
  save(
    tenant: TenantId,
    detector: Watched & { readonly id?: string | undefined; readonly name: string },
  ): Promise<Detector>;
  /** @throws Problem `detector_not_found` */
  remove(tenant: TenantId, id: string): Promise<void>;
}

/** Detectors that one tenant can have. */
const mostDetectors = 200;

export function createDetectors(database: ControlStore, clock: Clock): Detectors {
  const now = () => new Date(clock.now()).toISOString();
  const list: Detectors['list'] = async (tenant) => {
    const rows = await database.execute(
      'select id, name, watches, saved_at from anomaly_detectors where tenant_id = $1 order by name, id',
      [tenant],
    );
    return rows.map(([id, name, watches, savedAt]) => ({
      // written by save below, and handed out as text
      ...(JSON.parse(String(watches)) as Watched),
      id: String(id),
      name: String(name),
      saved_at: new Date(Number(savedAt)).toISOString(),
    }));
  };
  return {
    list,
    async save(tenant, { id, name, ...watches }) {
      const known = await list(tenant);
      if (id !== undefined && !known.some((one) => one.id === id)) throw notFound(id);
      if (id === undefined && known.length >= mostDetectors) {
        throw new Problem({
          code: 'too_many_detectors',
          kind: 'conflict',
          message: `There are ${mostDetectors} detectors already`,
          remedy: 'Remove one first.',
        });
      }
      const saved: Detector = {
        ...watches,
        id: id ?? randomBytes(9).toString('base64url'),
        name,
        saved_at: now(),
      };
      await database.execute(
        `insert into anomaly_detectors (tenant_id, id, name, watches, saved_at)
         values ($1, $2, $3, $4, $5)
         on conflict (tenant_id, id) do update
         set name = excluded.name, watches = excluded.watches, saved_at = excluded.saved_at`,
        [tenant, saved.id, name, JSON.stringify(watches), saved.saved_at],
      );
      return saved;
    },
    async remove(tenant, id) {
      const removed = await database.execute(
        'delete from anomaly_detectors where tenant_id = $1 and id = $2 returning id',
        [tenant, id],
      );
      if (removed.length === 0) throw notFound(id);
    },
  };
}

const notFound = (id: string) =>
  new Problem({
    code: 'detector_not_found',
    kind: 'not_found',
    message: `There is no detector "${id.slice(0, 80)}"`,
  });
