import type { CustomerData, OtherPersonalData, PersonalData, Scrub } from '@olympus/contract';
import type { TenantId } from '@olympus/core';
import type { Database } from '../database/database.js';
import { scrubDatabase } from '../database/scrub.js';
import { likenessOf } from '../records/questions.js';
import { openJson, openText } from '../records/sealed-question.js';
import type { People } from './people.js';

/** Shorter names stand by chance in too many questions. */
const shortest = 5;

/** Rows of questions that are opened at once. */
const openedAtOnce = 500;

/** Finds any of the names as a word, upper and lower case alike. */
function finderOf(names: readonly string[]): (text: string) => boolean {
  const words = names
    .filter((name) => name.length >= shortest)
    .map((name) =>
      name.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`),
    );
  if (words.length === 0) return () => false;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
  return (text) => pattern.test(text);
}

/** What the control store holds of customers and of people who use Olympus. */
export function controlStoreAsPersonalData(
  database: Database,
  people: Pick<People, 'existing' | 'destroy' | 'tenantKey'>,
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

  /** Questions that name one of these, opened one by one: they are sealed for their tenant. */
  async function* naming(tenant: TenantId, names: readonly string[]) {
    const key = await people.tenantKey(tenant);
    const holds = finderOf(names);
    for (let after = 0; ; ) {
      const rows = await database.execute(
        `select id, question, answer::text, created_at::text from questions
         where tenant_id = $1 and id > $2::text::bigint order by id limit ${openedAtOnce}`,
        [tenant, String(after)],
      );
      for (const [id, stored, answer, askedAt] of rows) {
        const question = openText(key, String(stored));
        const said =
          answer === null ? '' : JSON.stringify(openJson(key, JSON.parse(String(answer))));
        if (holds(question) || holds(likenessOf(question)) || holds(said)) {
          yield { id: Number(id), question, askedAt };
        }
        after = Number(id);
      }
      if (rows.length < openedAtOnce) return;
    }
  }
  const questions: CustomerData = {
    store: 'platform.questions',
    about: 'customer',
    what: 'Questions in plain words that name the person, and who asked them',
    where,
    kept: 'Until it is erased or the tenant is removed',
    form: 'sealed',
    tables: ['control:questions'],
    async find({ tenant, customerId, names }) {
      const content: { question: string; asked_at: unknown }[] = [];
      for await (const { question, askedAt } of naming(tenant, [customerId, ...names])) {
        content.push({ question, asked_at: askedAt });
      }
      return { counts: { questions: content.length }, content };
    },
    async erase({ tenant, customerId, names }) {
      const ids: number[] = [];
      for await (const { id } of naming(tenant, [customerId, ...names])) ids.push(id);
      await database.execute(
        `delete from questions where tenant_id = $1
         and id in (select value::bigint from jsonb_array_elements_text($2::text::jsonb))`,
        [tenant, JSON.stringify(ids)],
      );
      return { questions: ids.length };
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
