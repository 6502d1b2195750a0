import type { CustomerData, OtherPersonalData, PersonalData, Scrub } from '@olympus/contract';
import type { Database } from '../database/database.js';
import { scrubDatabase } from '../database/scrub.js';
import type { People } from './people.js';

/** Shorter names stand by chance in too many questions. */
const shortest = 5;

/** A regular expression of PostgreSQL's that finds a name as a word. */
const asWord = (name: string) =>
  `(^|[^[:alnum:]])${name.replace(/[^\p{L}\p{N} ]/gu, '\\$&')}($|[^[:alnum:]])`;

/** What the control store holds of customers and of people who use Olympus. */
export function controlStoreAsPersonalData(
  database: Database,
  people: Pick<People, 'existing' | 'destroy'>,
  where: string,
): readonly PersonalData[] {
  const scrub: Scrub = { name: 'platform.control_store', run: () => scrubDatabase(database) };

  const keys: CustomerData = {
    store: 'platform.people',
    about: 'customer',
    what: 'The key under which names, addresses and texts of the person are sealed',
    where,
    kept: 'Until it is erased; that it was is kept with the pseudonym, so that no new one is made',
    form: 'sealed',
    tables: ['control:person_keys'],
    async find({ tenant, key }) {
      const { size } = await people.existing(tenant, [key]);
      return { counts: { person_keys: size }, content: [] };
    },
    async erase({ tenant, key }) {
      return { person_keys: (await people.destroy(tenant, key)) ? 1 : 0 };
    },
    scrub,
  };

  const namesThem = `tenant_id = $1 and exists (
    select 1 from jsonb_array_elements_text($2::text::jsonb) as pattern(value)
    where concat_ws(' ', question, likeness, answer::text) ~* pattern.value)`;
  const parameters = (tenant: string, names: readonly string[]) => [
    tenant,
    JSON.stringify(names.filter((name) => name.length >= shortest).map(asWord)),
  ];
  const questions: CustomerData = {
    store: 'platform.questions',
    about: 'customer',
    what: 'Questions in plain words that name the person, and who asked them',
    where,
    kept: 'Until it is erased or the tenant is removed',
    form: 'clear',
    tables: ['control:questions'],
    async find({ tenant, customerId, names }) {
      const rows = await database.execute(
        `select question, created_at::text from questions where ${namesThem} order by id`,
        parameters(tenant, [customerId, ...names]),
      );
      return {
        counts: { questions: rows.length },
        content: rows.map(([question, askedAt]) => ({ question, asked_at: askedAt })),
      };
    },
    async erase({ tenant, customerId, names }) {
      const rows = await database.execute(
        `delete from questions where ${namesThem} returning id`,
        parameters(tenant, [customerId, ...names]),
      );
      return { questions: rows.length };
    },
    scrub,
  };

  const accounts: OtherPersonalData = {
    store: 'platform.accounts',
    about: 'account',
    what: 'People who use Olympus: e-mail, name, password hash, roles, sessions, links and invitations',
    where,
    kept: 'As long as the account',
    form: 'clear',
    tables: [
      'control:users',
      'control:memberships',
      'control:sessions',
      'control:links',
      'control:invitations',
    ],
    goes: 'With the account, which an owner or operator removes',
  };
  const audit: OtherPersonalData = {
    store: 'platform.audit',
    about: 'account',
    what: 'Who did what: id and name of the account or key. Customers are not named in it',
    where,
    kept: 'For ever: the trail cannot be changed',
    form: 'clear',
    tables: ['control:audit_log'],
    goes: 'It stays, as the proof of what was done',
  };
  return [keys, questions, accounts, audit];
}
