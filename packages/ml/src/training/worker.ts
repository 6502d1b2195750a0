import type { CustomerDays } from '@olympus/semantic';
import { serveThread } from '@olympus/threads';
import { type RunningModels, type Score, scoreCustomers } from '../serving/score.js';
import { type Trained, type TrainingInput, train } from './train.js';

/** What the room's threads offer. */
export interface MlMethods {
  train(input: TrainingInput): Promise<Trained>;
  score(
    models: RunningModels,
    customers: readonly CustomerDays[],
    cutOff: number,
  ): Promise<readonly Score[]>;
}

serveThread<MlMethods>(() => ({
  handlers: {
    train: ([input], call) => train(input, (share) => call.progress(share)),
    score: ([models, customers, cutOff]) => scoreCustomers(models, customers, cutOff),
  },
}));
