import type { Call, Handler, Operation, Principal } from '@olympus/contract';
import { type Calendar, Problem, type TenantId } from '@olympus/core';
import type { Filters, Question, Scope, TileAsk } from '../board.js';
import { notFilterable } from '../problems.js';
import type { FindAskable } from './askable.js';
import { isLimitable } from './limitable.js';
import { scopedInput } from './scoped-input.js';

/** What became of one question: the operation's answer, or why there is none. */
export type Outcome =
  | { readonly answer: unknown }
  | {
      readonly problem: {
        readonly code: string;
        readonly message: string;
        readonly at?: string;
        readonly remedy?: string;
        /** Whether asking again may help. */
        readonly transient: boolean;
      };
    };

export interface AskedTile {
  /** The questions as they were put, within the dashboard's scope. */
  readonly asked: readonly Question[];
  /** By question: first the tile's own, then what else its drawing needs. */
  readonly outcomes: readonly Outcome[];
}

export interface TileAsking {
  readonly tenant: TenantId;
  readonly tile: TileAsk;
  readonly scope: Scope;
  /** What holds for all its questions, whatever it follows: what cannot be limited is not asked. */
  readonly fixed?: Filters;
  readonly calendar: Calendar;
  readonly caller: Principal;
  readonly locale: string | undefined;
  readonly signal: AbortSignal;
  readonly requestId: string;
}

/** Puts a tile's questions to their operations; a fault is a value, so that one tile harms no other. */
export type AskTile = (asking: TileAsking) => Promise<AskedTile>;

export function createAskTile(
  find: FindAskable,
  handlerOf: (id: string) => Handler<Operation> | undefined,
): AskTile {
  return async ({ tile, scope, fixed = [], calendar, ...asking }) => {
    const questions = [tile.ask, ...(tile.more ?? [])];
    const put = questions.map((question, index) => {
      const askable = find(question.operation, index === 0 ? '/ask' : `/more/${index - 1}`);
      const context = { askable, calendar, comparable: index === 0, fixed };
      const input = scopedInput(question.input, scope, tile.follows, context);
      askable.check(input, index === 0 ? '/ask' : `/more/${index - 1}`);
      return { askable, question: { operation: question.operation, input } };
    });
    const outcomes = put.map(({ askable: { operation, takes }, question }) =>
      outcomeOf(async () => {
        if (!asking.caller.allows(asking.tenant, operation.permission as `${string}:${string}`)) {
          throw notAllowed(operation);
        }
        const whole = fixed.length === 0 || (takes('filters') && isLimitable(operation.id, fixed));
        if (!whole) throw notFilterable(operation.id);
        const handler = handlerOf(operation.id);
        if (handler === undefined) throw new Error(`nothing answers ${operation.id}`);
        const { locale } = asking;
        const named = locale !== undefined && takes('locale') ? { locale } : {};
        return handler(callOf({ ...question.input, ...named }, asking));
      }),
    );
    return { asked: put.map(({ question }) => question), outcomes: await Promise.all(outcomes) };
  };
}

type Asking = Pick<TileAsking, 'tenant' | 'caller' | 'signal' | 'requestId'>;

/** The call as its handler's type has it; its input was checked against the declaration before. */
function callOf(input: Readonly<Record<string, unknown>>, asking: Asking) {
  const { tenant, caller, signal, requestId } = asking;
  const whole = { ...input, tenant_id: tenant };
  const call = { input: whole, caller, tenant, signal, requestId, http: undefined, note: () => {} };
  return call as unknown as Call<Operation>;
}

async function outcomeOf(work: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { answer: await work() };
  } catch (error) {
    if (!(error instanceof Problem) || error.kind === 'internal') throw error;
    const { code, message, at, remedy, kind } = error;
    return {
      problem: {
        code,
        message,
        ...(at === undefined ? {} : { at }),
        ...(remedy === undefined ? {} : { remedy }),
        transient: kind === 'unavailable' || kind === 'timeout' || kind === 'rate_limited',
      },
    };
  }
}

function notAllowed({ permission }: Operation): Problem {
  return new Problem({
    code: 'forbidden',
    kind: 'forbidden',
    message: `This needs the permission ${permission}`,
    remedy: 'Ask an owner for a role or an API key with that permission.',
  });
}
