import type { Handlers } from '@olympus/contract';
import { Problem } from '@olympus/core';
import type { DeadLetters } from '../dead-letters/dead-letters.js';
import type { deadLetterOperations } from './dead-letters.contract.js';

export function deadLetterHandlers(letters: DeadLetters): Handlers<typeof deadLetterOperations> {
  return {
    'dead_letters.list': async ({ tenant, input }) => {
      const { status, limit } = input;
      return {
        dead_letters: await letters.list(tenant, {
          ...(status === undefined ? {} : { status }),
          ...(limit === undefined ? {} : { limit }),
        }),
      };
    },
    'dead_letters.get': async ({ tenant, input }) => letters.get(tenant, input.id),
    'dead_letters.correct': async ({ tenant, input, note }) => {
      const letter = await letters.correct(tenant, input.id, JSON.stringify(input.event));
      note({ target: input.id });
      return letter;
    },
    'dead_letters.replay': async ({ tenant, input, note }) => {
      const { ids, all } = input;
      if ((ids === undefined) === (all === undefined)) throw oneOfBoth();
      const results = await letters.replay(tenant, ids);
      note({ detail: { letters: results.length } });
      return { results };
    },
    'dead_letters.replay_one': async ({ tenant, input, note }) => {
      const [result] = await letters.replay(tenant, [input.id]);
      if (result === undefined) throw new Error('a replayed letter has a result');
      note({ target: input.id });
      return result;
    },
    'dead_letters.discard': async ({ tenant, input, note }) => {
      const letter = await letters.discard(tenant, input.id);
      note({ target: input.id });
      return letter;
    },
  };
}

function oneOfBoth(): Problem {
  return new Problem({
    code: 'invalid_request',
    kind: 'invalid',
    message: 'It takes either "ids" or "all": true',
    at: '/ids',
    remedy: 'Name the dead letters, or send {"all": true} for up to 1,000 open ones.',
  });
}
