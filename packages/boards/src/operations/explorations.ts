import type { Handlers, Principal } from '@olympus/contract';
import { Problem, type TenantId } from '@olympus/core';
import type { Opens } from '../board.js';
import { boardLimits } from '../limits.js';
import type { Exploration, ExplorationStore } from '../store/exploration-store.js';
import { personOf } from './boards.js';
import type { explorationOperations } from './explorations.contract.js';
import { requireOwner } from './owning.js';

export function explorationHandlers(
  explorations: ExplorationStore,
): Handlers<typeof explorationOperations> {
  const owned = async (tenant: TenantId, id: string, caller: Principal) => {
    const { owner } = await explorations.get(tenant, id, personOf(caller));
    requireOwner(caller, tenant, owner, 'exploration');
  };
  return {
    'explorations.list': async ({ tenant, caller }) => ({
      explorations: (await explorations.list(tenant, personOf(caller))).map((one) =>
        describe(one, caller),
      ),
    }),
    'explorations.get': async ({ tenant, caller, input }) =>
      describe(await explorations.get(tenant, input.id, personOf(caller)), caller),
    'explorations.save': async ({ tenant, caller, input, note }) => {
      const { name } = input;
      const opens = checkedOpens(input.opens);
      const saved = await explorations.add(tenant, { name, opens }, personOf(caller));
      note({ target: saved.id, detail: { name } });
      return describe(saved, caller);
    },
    'explorations.change': async ({ tenant, caller, input, note }) => {
      const { id, name } = input;
      note({ target: id, detail: name === undefined ? {} : { name } });
      await owned(tenant, id, caller);
      const opens = input.opens && checkedOpens(input.opens);
      const change = {
        ...(name === undefined ? {} : { name }),
        ...(opens === undefined ? {} : { opens }),
      };
      return describe(await explorations.change(tenant, id, change, personOf(caller)), caller);
    },
    'explorations.favour': async ({ tenant, caller, input }) => {
      await explorations.favour(tenant, input.id, personOf(caller), input.favourite);
      return undefined;
    },
    'explorations.remove': async ({ tenant, caller, input, note }) => {
      note({ target: input.id });
      await owned(tenant, input.id, caller);
      await explorations.remove(tenant, input.id);
      return undefined;
    },
  };
}

/** @throws Problem `exploration_too_large` */
function checkedOpens(given: object): Opens {
  const { length } = JSON.stringify(given);
  if (length > boardLimits.explorationCharacters) {
    throw new Problem({
      code: 'exploration_too_large',
      kind: 'too_large',
      message: `The exploration has ${length} characters as JSON; ${boardLimits.explorationCharacters} are kept`,
      remedy: 'Take some of its filters or metrics away.',
      at: '/opens/search',
    });
  }
  return structuredClone(given) as Opens;
}

const describe = (exploration: Exploration, caller: Principal) => ({
  id: exploration.id,
  name: exploration.name,
  opens: exploration.opens,
  owner: exploration.ownerName,
  own: exploration.owner === personOf(caller).id,
  favourite: exploration.favourite,
  created_at: exploration.createdAt,
  changed_at: exploration.changedAt,
});
