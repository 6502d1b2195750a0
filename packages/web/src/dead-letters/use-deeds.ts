import type { DeadLetter, ReplayResult } from '@olympus/sdk';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { toast } from '../ui/toast.js';
import { deadLetterQuery, deadLettersQuery } from './dead-letters-query.js';
import { deadLetterTexts } from './texts.js';

const failed = ({ outcome }: ReplayResult) => outcome === 'deadLettered';

/** What can be done with dead letters, told in passing. */
export function useDeeds() {
  const { t } = useTexts(deadLetterTexts);
  const { id: tenant_id } = useTenant();
  const outdates = [deadLettersQuery.key(tenant_id), deadLetterQuery.key(tenant_id)];

  const tellOne = (result: ReplayResult | undefined) => {
    if (!result) return;
    if (failed(result)) toast(t('still', { reason: result.error?.reason ?? '' }), { tone: 'bad' });
    else toast(t(result.outcome === 'duplicate' ? 'duplicate' : 'stored'));
  };
  const tell = (results: readonly ReplayResult[]) => {
    if (results.length === 1) return tellOne(results[0]);
    const still = results.filter(failed).length;
    const stored = results.length - still;
    if (still === 0) toast(t('replayedAll', { count: stored }));
    else toast(t('replayedSome', { stored, count: still }), { tone: 'bad' });
  };

  return {
    replay: useDeed({
      run: (ids: readonly string[]) => olympus.deadLetters.replay({ tenant_id, ids }),
      outdates,
      onDone: ({ results }) => tell(results),
    }),
    correct: useDeed({
      quiet: true,
      run: async (of: {
        readonly id: string;
        readonly event: Readonly<Record<string, unknown>>;
        readonly send: boolean;
      }): Promise<ReplayResult | DeadLetter> => {
        const saved = await olympus.deadLetters.correct({ tenant_id, id: of.id, event: of.event });
        return of.send ? olympus.deadLetters.replayOne({ tenant_id, id: of.id }) : saved;
      },
      outdates,
      onDone: (answer) => {
        if ('outcome' in answer) tellOne(answer);
        else toast(t('saved'));
      },
    }),
    discard: useDeed({
      run: async (ids: readonly string[]) => {
        for (const id of ids) await olympus.deadLetters.discard({ tenant_id, id });
      },
      outdates,
      onDone: (_, ids) => toast(t('discarded', { count: ids.length })),
    }),
  };
}
