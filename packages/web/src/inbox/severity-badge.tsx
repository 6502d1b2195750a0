import type { InboxNotice } from '@olympus/sdk';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useTexts } from '../messages/use-texts.js';
import { Badge } from '../ui/badge.js';
import { inboxTexts } from './texts.js';

const LOOKS = {
  info: { tone: 'neutral', icon: Info },
  warning: { tone: 'warn', icon: TriangleAlert },
  critical: { tone: 'bad', icon: CircleAlert },
} as const;

/** How much a message matters, in a word and a sign. */
export function SeverityBadge({ severity }: Pick<InboxNotice, 'severity'>) {
  const { t } = useTexts(inboxTexts);
  const { tone, icon: Icon } = LOOKS[severity];
  return (
    <Badge tone={tone}>
      <Icon size={12} aria-hidden="true" />
      {t(`severity.${severity}`)}
    </Badge>
  );
}
