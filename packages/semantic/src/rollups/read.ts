import { type Fragment, integerLiteral, nameLiteral, sql } from '@olympus/sql';
import type { RollupPart, RollupState } from './rollup.js';

/** The rows of a part of a rollup that count. */
export const standing = (state: RollupState, part: RollupPart): readonly Fragment[] => [
  sql`generation = ${integerLiteral(state.generation)}`,
  sql`commit_id <= ${integerLiteral(state.throughCommit)}`,
  sql`part = ${nameLiteral(part.name)}`,
];

/** The ledger's lines that a rollup does not stand for; nothing when there can be none. */
export const since = (state: RollupState): readonly Fragment[] =>
  state.whole === true ? [] : [sql`commit_id > ${integerLiteral(state.throughCommit)}`];
