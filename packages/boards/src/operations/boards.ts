import type { Handlers, Principal } from '@olympus/contract';
import { type Calendar, type Clock, Problem, type TenantId } from '@olympus/core';
import type { Tenants } from '@olympus/platform';
import type { BoardContent } from '../board.js';
import { boardNotFound } from '../problems.js';
import type { BoardEntry, BoardStore, Person, StoredBoard } from '../store/board-store.js';
import { findTemplate, templateEntries } from '../templates/templates.js';
import type { AskTile } from '../tiles/ask-tile.js';
import type { FindAskable } from '../tiles/askable.js';
import { checkContent } from '../tiles/check-content.js';
import type { boardOperations } from './boards.contract.js';

export const personOf = ({ kind, id, name }: Principal): Person => ({ id: `${kind}:${id}`, name });

/** The tenant's calendar now. @throws Problem `board_not_found` once the tenant is gone */
export async function calendarOf(
  tenants: Pick<Tenants, 'get'>,
  clock: Clock,
  tenant: TenantId,
): Promise<Calendar> {
  const profile = await tenants.get(tenant);
  if (profile === undefined) throw boardNotFound();
  return { timeZone: profile.timeZone, weekStart: profile.weekStart, nowMs: clock.now() };
}

export function boardHandlers(deps: {
  readonly boards: BoardStore;
  readonly tenants: Pick<Tenants, 'get'>;
  readonly clock: Clock;
  readonly find: FindAskable;
  readonly askTile: AskTile;
}): Handlers<typeof boardOperations> {
  const { boards, find } = deps;
  const checked = (content: BoardContent): BoardContent => {
    checkContent(content, find);
    return content;
  };
  return {
    'boards.list': async ({ tenant, caller }) => ({
      boards: (await boards.list(tenant, personOf(caller))).map((entry) => ({
        ...describeEntry(entry),
        tiles: entry.tiles,
      })),
    }),
    'boards.get': async ({ tenant, caller, input }) =>
      describe(await boards.get(tenant, input.id, personOf(caller))),
    'boards.create': async ({ tenant, caller, input, note }) => {
      const { name, description, scope, tiles, template, locale } = input;
      const base = template === undefined ? undefined : findTemplate(template, locale);
      const content = checked({
        name,
        description: description ?? base?.description ?? '',
        scope: copied(scope ?? base?.scope ?? {}),
        tiles: copied(tiles ?? base?.tiles ?? []),
      });
      const board = await boards.add(tenant, content, personOf(caller));
      note({ target: board.id, detail: { name, ...(template === undefined ? {} : { template }) } });
      return describe(board);
    },
    'boards.save': async ({ tenant, caller, input, note }) => {
      const { id, version, name, description, scope, tiles } = input;
      const content = checked(copied({ name, description, scope, tiles }));
      note({ target: id, detail: { version: version + 1, tiles: tiles.length } });
      return describe(await boards.save(tenant, id, version, content, personOf(caller)));
    },
    'boards.remove': async ({ tenant, input, note }) => {
      note({ target: input.id });
      await boards.remove(tenant, input.id);
      return undefined;
    },
    'boards.favour': async ({ tenant, caller, input }) => {
      await boards.favour(tenant, input.id, personOf(caller), input.favourite);
      return undefined;
    },
    'boards.versions': async ({ tenant, input }) => ({
      versions: (await boards.versions(tenant, input.id)).map((one) => ({
        version: one.version,
        name: one.content.name,
        tiles: one.tiles,
        changed_by: one.changedBy,
        changed_at: one.changedAt,
      })),
    }),
    'boards.restore': async ({ tenant, caller, input, note }) => {
      const versions = await boards.versions(tenant, input.id);
      const wanted = versions.find(({ version }) => version === input.version);
      if (wanted === undefined) throw versionNotFound(input.version);
      const content = checked(wanted.content);
      const current = versions[0]?.version ?? 1;
      note({ target: input.id, detail: { restored: input.version } });
      return describe(await boards.save(tenant, input.id, current, content, personOf(caller)));
    },
    'boards.duplicate': async ({ tenant, caller, input, note }) => {
      const person = personOf(caller);
      const { content } = await boards.get(tenant, input.id, person);
      const copy = await boards.add(tenant, checked({ ...content, name: input.name }), person);
      note({ target: copy.id, detail: { of: input.id } });
      return describe(copy);
    },
    'boards.templates': ({ input }) => ({ templates: templateEntries(input.locale) }),
    'boards.ask': async ({ tenant, input, caller, signal, requestId }) => {
      const calendar = await calendarOf(deps.tenants, deps.clock, tenant);
      const { tile, scope, locale } = copied(input);
      return deps.askTile({ tenant, tile, scope, calendar, caller, locale, signal, requestId });
    },
  };
}

/** What came is readonly; what the store keeps is of the schema's own type. */
type Writable<T> = T extends readonly (infer E)[]
  ? Writable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T;

const copied = <T>(value: T): Writable<T> => structuredClone(value) as Writable<T>;

export const describeEntry = (entry: BoardEntry) => ({
  id: entry.id,
  name: entry.name,
  description: entry.description,
  version: entry.version,
  changed_by: entry.changedBy,
  created_at: entry.createdAt,
  changed_at: entry.changedAt,
  favourite: entry.favourite,
});

const describe = (board: StoredBoard) => ({
  ...describeEntry(board),
  scope: board.content.scope,
  tiles: board.content.tiles,
});

function versionNotFound(version: number): Problem {
  return new Problem({
    code: 'version_not_found',
    kind: 'not_found',
    message: `The dashboard’s version ${version} is not kept`,
    at: '/version',
    remedy: 'Choose one of those that are listed.',
  });
}
