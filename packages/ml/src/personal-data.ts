import { randomBytes } from 'node:crypto';
import type { CustomerData, PersonalData } from '@olympus/contract';
import type { Warehouse } from '@olympus/warehouse';
import type { Erased } from './serving/erased.js';

/** Models hold thresholds and parameters, and nothing of a single customer. */
export const decisionsOnModels: PersonalData = {
  store: 'ml.decisions',
  about: 'account',
  what: 'Who put which model to work, and the reason they wrote',
  where: 'the control store; the models themselves, which name nobody, in the object store',
  kept: 'As long as the tenant',
  form: 'clear',
  tables: ['control:ml_models'],
  goes: 'With the tenant',
};

/** A scoring under way must not write about somebody who was erased while it computed. */
export function predictionsOfCustomers(
  warehouse: Pick<Warehouse, 'erasePerson'>,
  erased: Erased,
): CustomerData {
  return {
    store: 'ml.scoring',
    about: 'customer',
    what: 'Scores that are being computed; what was foretold is in the ledgers',
    where: 'memory of the process, and the ledger of predictions',
    kept: 'Until the scoring ends',
    form: 'pseudonym',
    tables: [],
    find: async () => ({ counts: {}, content: [] }),
    erase: ({ tenant, key }, replacement) =>
      erased.erase(tenant, key, async () => {
        const salt = randomBytes(16).toString('base64url');
        const { predictions = 0 } = await warehouse.erasePerson(tenant, { key, replacement, salt });
        return { predictions };
      }),
  };
}
