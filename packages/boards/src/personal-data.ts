import type { PersonalData } from '@olympus/contract';

/** Names of the people who use Olympus stand beside what they changed. */
export const authorsOfBoards: PersonalData = {
  store: 'boards.authors',
  about: 'account',
  what: 'Who changed which dashboard, link or annotation last, and whose favourites they are',
  where: 'the control store',
  kept: 'As long as the dashboard; its versions up to fifty saves later',
  form: 'clear',
  tables: [
    'control:boards',
    'control:board_versions',
    'control:board_favourites',
    'control:board_shares',
    'control:board_annotations',
  ],
  goes: 'With boards.remove, annotations.remove, or the tenant',
};
