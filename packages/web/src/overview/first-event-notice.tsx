import type { Dashboard } from '@olympus/sdk';
import { PartyPopper, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { announce } from '../app/announcer.js';
import { useMoments } from '../app/use-moments.js';
import { useTexts } from '../messages/use-texts.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';

/** Shown where a reader saw the shop empty and something has arrived since. */
export function FirstEventNotice({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTexts();
  const moment = useMoments();
  const [dismissed, setDismissed] = useState(false);
  const title = t('empty.arrived');
  useEffect(() => announce(title), [title]);
  if (dismissed) return null;
  return (
    <Notice tone="info" icon={<PartyPopper size={16} aria-hidden="true" />}>
      <p className="min-w-60 flex-1">
        <span className="font-semibold text-text">{title}</span>
        {t('empty.arrivedFacts', {
          count: dashboard.quality.events,
          time: moment(dashboard.freshness.last_received_at),
        })}
      </p>
      <Button look="icon" aria-label={t('common.dismiss')} onClick={() => setDismissed(true)}>
        <X size={14} aria-hidden="true" />
      </Button>
    </Notice>
  );
}
