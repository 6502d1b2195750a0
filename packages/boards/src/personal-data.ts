import type { CustomerData, PersonalData, PersonReference } from '@olympus/contract';
import { type Database, scrubDatabase } from '@olympus/platform';
import type { CommentStore } from './store/comment-store.js';

/** Names of the people who use Olympus stand beside what they changed. */
export const authorsOfBoards: PersonalData = {
  store: 'boards.authors',
  about: 'account',
  what: 'Who changed which dashboard, link, embedding, annotation or exploration last, and whose favourites they are',
  where: 'the control store',
  kept: 'As long as the dashboard or exploration; its versions up to fifty saves later',
  form: 'clear',
  tables: [
    'control:boards',
    'control:board_versions',
    'control:board_favourites',
    'control:board_shares',
    'control:board_embeds',
    'control:board_annotations',
    'control:explorations',
    'control:exploration_favourites',
  ],
  goes: 'With boards.remove, annotations.remove, explorations.remove, or the tenant',
};

/** Rows of ledgers may name customers by their pseudonyms. */
export const exportedFiles: PersonalData = {
  store: 'boards.exports',
  about: 'derived',
  what: 'Files made of answers, which may hold pseudonyms of customers',
  where: 'Folder or bucket of objects, under exports/',
  kept: 'One day',
  form: 'pseudonym',
  tables: [],
  goes: 'By itself, when its link ends',
};

/** Shorter names stand by chance in too many texts. */
const shortest = 5;

/** What people write about dashboards is free text, and may name a customer. */
export function commentsAsPersonalData(
  comments: Pick<CommentStore, 'mentioning' | 'erase'>,
  database: Database,
): CustomerData {
  async function search(person: PersonReference) {
    const words = [person.customerId, ...person.names].filter(({ length }) => length >= shortest);
    if (words.length === 0) return [];
    const found = await comments.mentioning(person.tenant, words);
    return found.filter(({ text }) => words.some((word) => standsIn(text, word)));
  }
  return {
    store: 'boards.comments',
    about: 'customer',
    what: 'Comments on dashboards that name the person; and who wrote which comment',
    where: 'the control store',
    kept: 'Until they are removed, or their dashboard is',
    form: 'clear',
    tables: ['control:board_comments'],
    async find(person) {
      const found = await search(person);
      return {
        counts: { comments: found.length },
        content: found.map(({ text, createdAt }) => ({ text, created_at: createdAt })),
      };
    },
    async erase(person) {
      const ids = (await search(person)).map(({ id }) => id);
      return { comments: ids.length === 0 ? 0 : await comments.erase(person.tenant, ids) };
    },
    scrub: { name: 'platform.control_store', run: () => scrubDatabase(database) },
  };
}

/** Whether a text names something as a word of its own: `anna@example.com`, not `joanna@example.com`. */
function standsIn(text: string, word: string): boolean {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}
