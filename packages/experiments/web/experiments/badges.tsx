import type { Experiment } from '@olympus/sdk';
import { Badge, useTexts } from '@olympus/web/kit';
import { experimentTexts } from './texts.js';
import { TONES, type VerdictKind } from './wording.js';

const STATE_TONES = {
  draft: 'neutral',
  running: 'accent',
  stopped: 'warn',
  decided: 'good',
  archived: 'neutral',
} as const;

/** Where an experiment is on its way. */
export function StateBadge({ state }: { readonly state: Experiment['state'] }) {
  const { t } = useTexts(experimentTexts);
  return (
    <Badge tone={STATE_TONES[state]}>
      {state === 'running' && (
        <span aria-hidden="true" className="inline-block size-1.5 rounded-full bg-current" />
      )}
      {t(`state.${state}`)}
    </Badge>
  );
}

/** What is known, in a word. */
export function VerdictBadge({ kind }: { readonly kind: VerdictKind }) {
  const { t } = useTexts(experimentTexts);
  return <Badge tone={TONES[kind]}>{t(`word.${kind}`)}</Badge>;
}
