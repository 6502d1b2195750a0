import type { Alert } from '@olympus/sdk';
import { Badge, useTexts } from '@olympus/web/kit';
import { alertTexts } from './texts.js';

const TONES = {
  ok: 'good',
  pending: 'warn',
  firing: 'bad',
  acknowledged: 'warn',
  resolved: 'good',
  silenced: 'neutral',
  broken: 'bad',
  off: 'neutral',
} as const;

/** How an alert stands, in a word. */
export function StateBadge({ state }: { readonly state: Alert['state'] }) {
  const { t } = useTexts(alertTexts);
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}
