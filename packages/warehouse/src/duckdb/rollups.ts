import type { TenantId } from '@olympus/core';
import type { RollupRefresh, Warehouse } from '../warehouse.js';
import type { Engine } from './engine/engine.js';
import { createTurns } from './in-turn.js';

/** How far rollups have come, and bringing them up to date, one at a time. */
export function createRollups(engine: Engine): Pick<Warehouse, 'fetchRollup' | 'refreshRollup'> {
  const exclusively = createTurns();

  async function refresh(tenant: TenantId, { rollup, timeZone, again, statement }: RollupRefresh) {
    const before = await engine.fetchRollup(tenant, rollup.name);
    // commits are loaded in their order, so all up to this one are in the ledger
    const throughCommit = await engine.lastChange(tenant, rollup.ledger);
    if (throughCommit === 0) return undefined;
    const rebuild = before === undefined || again || before.timeZone !== timeZone;
    if (!rebuild && before.throughCommit === throughCommit) return before;
    const generation = (before?.generation ?? 0) + (rebuild ? 1 : 0);
    const afterCommit = rebuild ? 0 : before.throughCommit;
    const state = { timeZone, generation, throughCommit };
    await engine.addToRollup(tenant, {
      rollup: rollup.name,
      state,
      statement: statement({ generation, afterCommit, throughCommit }),
    });
    return state;
  }

  return {
    async fetchRollup(tenant, rollup) {
      const state = await engine.fetchRollup(tenant, rollup.name);
      return state?.timeZone === '' ? undefined : state;
    },
    refreshRollup: (tenant, request) => exclusively(() => refresh(tenant, request)),
  };
}
