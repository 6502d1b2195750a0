import type { Channel } from '@olympus/sdk';
import { useTexts } from '../messages/use-texts.js';
import { Badge } from '../ui/badge.js';
import { channelTexts } from './texts.js';

const TONES = { ok: 'good', failing: 'bad', paused: 'warn', new: 'neutral' } as const;

/** How a channel is doing, in a word. */
export function ChannelState({ state }: Pick<Channel, 'state'>) {
  const { t } = useTexts(channelTexts);
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}
