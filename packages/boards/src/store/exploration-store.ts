import { randomBytes } from 'node:crypto';
import { type Clock, Problem, type TenantId } from '@olympus/core';
import type { Database, Row } from '@olympus/platform';
import type { Opens } from '../board.js';
import { boardLimits } from '../limits.js';
import { tooMany } from '../problems.js';
import type { Person } from './board-store.js';
import { instantOf, parsedJson } from './rows.js';

/** A question that somebody put together and kept: the page that shows it, as its address was. */
export interface Exploration {
  readonly id: string;
  readonly name: string;
  readonly opens: Opens;
  /** `user:…`, `key:…`, and what they are called. */
  readonly owner: string;
  readonly ownerName: string;
  readonly createdAt: string;
  readonly changedAt: string;
  /** Of the person who asks. */
  readonly favourite: boolean;
}

/** Saved explorations. Everything asks for the tenant, and finds nothing of another's. */
export interface ExplorationStore {
  /** By name. */
  list(tenant: TenantId, person: Person): Promise<readonly Exploration[]>;
  /** @throws Problem `exploration_not_found` */
  get(tenant: TenantId, id: string, person: Person): Promise<Exploration>;
  /** @throws Problem `too_many` */
  add(
    tenant: TenantId,
    exploration: Pick<Exploration, 'name' | 'opens'>,
    person: Person,
  ): Promise<Exploration>;
  /** @throws Problem `exploration_not_found` */
  change(
    tenant: TenantId,
    id: string,
    change: Partial<Pick<Exploration, 'name' | 'opens'>>,
    person: Person,
  ): Promise<Exploration>;
  remove(tenant: TenantId, id: string): Promise<void>;
  favour(tenant: TenantId, id: string, person: Person, favourite: boolean): Promise<void>;
}

const fields = `e.id, e.name, e.opens, e.owner, e.owner_name, e.created_at, e.changed_at,
  exists (select 1 from exploration_favourites f where f.exploration_id = e.id and f.person = $2)`;

export function createExplorationStore(database: Database, clock: Clock): ExplorationStore {
  const now = () => new Date(clock.now()).toISOString();

  const get: ExplorationStore['get'] = async (tenant, id, person) => {
    const [row] = await database.execute(
      `select ${fields} from explorations e where e.tenant_id = $1 and e.id = $3`,
      [tenant, person.id, id],
    );
    if (row === undefined) throw explorationNotFound();
    return toExploration(row);
  };

  return {
    get,
    async list(tenant, person) {
      const rows = await database.execute(
        `select ${fields} from explorations e where e.tenant_id = $1 order by lower(e.name), e.id`,
        [tenant, person.id],
      );
      return rows.map(toExploration);
    },
    async add(tenant, { name, opens }, person) {
      const [count] = await database.execute(
        'select count(*) from explorations where tenant_id = $1',
        [tenant],
      );
      if (Number(count?.[0]) >= boardLimits.explorations) {
        throw tooMany('explorations', boardLimits.explorations, 'Remove some of them.');
      }
      const id = randomBytes(9).toString('base64url');
      const at = now();
      await database.execute(
        `insert into explorations (id, tenant_id, name, opens, owner, owner_name, created_at, changed_at)
         values ($1, $2, $3, $4::text::jsonb, $5, $6, $7, $8)`,
        [id, tenant, name, JSON.stringify(opens), person.id, person.name, at, at],
      );
      return get(tenant, id, person);
    },
    async change(tenant, id, { name, opens }, person) {
      await database.execute(
        `update explorations set name = coalesce($3::text, name),
           opens = coalesce($4::text::jsonb, opens), changed_at = $5
         where tenant_id = $1 and id = $2`,
        [tenant, id, name ?? null, opens === undefined ? null : JSON.stringify(opens), now()],
      );
      return get(tenant, id, person);
    },
    async remove(tenant, id) {
      const removed = await database.execute(
        'delete from explorations where tenant_id = $1 and id = $2 returning id',
        [tenant, id],
      );
      if (removed.length === 0) throw explorationNotFound();
    },
    async favour(tenant, id, person, favourite) {
      await get(tenant, id, person);
      await (favourite
        ? database.execute(
            `insert into exploration_favourites (exploration_id, person) values ($1, $2)
             on conflict do nothing`,
            [id, person.id],
          )
        : database.execute(
            'delete from exploration_favourites where exploration_id = $1 and person = $2',
            [id, person.id],
          ));
    },
  };
}

function explorationNotFound(): Problem {
  return new Problem({
    code: 'exploration_not_found',
    kind: 'not_found',
    message: 'There is no such saved exploration',
    remedy: 'Look at the list: it may have been removed.',
  });
}

function toExploration(row: Row): Exploration {
  const [id, name, opens, owner, ownerName, createdAt, changedAt, favourite] = row;
  return {
    id: String(id),
    name: String(name),
    opens: parsedJson<Opens>(opens),
    owner: String(owner),
    ownerName: String(ownerName),
    createdAt: instantOf(createdAt),
    changedAt: instantOf(changedAt),
    favourite: favourite === true,
  };
}
