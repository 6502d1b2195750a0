import { Problem } from '@olympus/core';
import { type Answered, unsupported } from '../asking.js';
import { answerBaskets } from './baskets.js';
import { answerFunnel } from './funnel.js';
import { answerGoals } from './goals.js';
import { answerOrders } from './orders.js';
import { answerPeople } from './people.js';
import { answerRepeats } from './repeats.js';
import { answerRetention } from './retention.js';
import { answerSegments } from './segments.js';
import type { Studying } from './studying.js';

/** Answers a study by the engine that its operation asks. What the model refuses is told as such. */
export async function answerStudy(studying: Studying): Promise<Answered> {
  try {
    return await answered(studying);
  } catch (error) {
    const refused =
      error instanceof Problem &&
      (error.kind === 'invalid' || error.kind === 'unsupported' || error.code === 'no_data');
    if (!refused) throw error;
    const { message, remedy } = error;
    return unsupported(remedy === undefined ? `${message}.` : `${message}. ${remedy}`);
  }
}

function answered(studying: Studying): Promise<Answered> {
  const { study } = studying.frame;
  switch (study.kind) {
    case 'retention':
      return answerRetention(studying, study);
    case 'repeats':
      return answerRepeats(studying, study);
    case 'funnel':
      return answerFunnel(studying, study);
    case 'people':
      return answerPeople(studying, study);
    case 'segments':
      return answerSegments(studying, study);
    case 'baskets':
      return answerBaskets(studying, study);
    case 'orders':
      return answerOrders(studying, study);
    case 'goals':
      return answerGoals(studying, study);
    default:
      throw new Error(`unknown study ${String(study satisfies never)}`);
  }
}
