import type { Board } from '@olympus/sdk';
import { useState } from 'react';
import { useMoments } from '../../app/use-moments.js';
import { useTexts } from '../../messages/use-texts.js';
import { SecretLink } from '../../people/secret-link.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Tabs } from '../../ui/tabs.js';
import { EmbedPanel } from './embed-panel.js';
import { embedTexts } from './embed-texts.js';
import { ShareForm } from './share-form.js';
import { ShareList } from './share-list.js';
import { shareTexts } from './texts.js';

const WAYS = ['link', 'embed'] as const;

/** Links and frames that show a dashboard to people without an account: to make and to take back. */
export default function ShareDialog({
  board,
  onClose,
}: {
  readonly board: Board;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(shareTexts);
  const { t: embed } = useTexts(embedTexts);
  const [way, setWay] = useState<(typeof WAYS)[number]>('link');
  return (
    <Dialog open onOpenChange={onClose} title={t('title', { name: board.name })}>
      <div className="p-4">
        <Tabs
          label={embed('ways')}
          value={way}
          tabs={WAYS.map((value) => ({ value, label: embed(value) }))}
          onChange={setWay}
        >
          {way === 'embed' ? <EmbedPanel board={board} /> : <Links board={board} />}
        </Tabs>
      </div>
    </Dialog>
  );
}

function Links({ board }: { readonly board: Board }) {
  const { t } = useTexts(shareTexts);
  const moment = useMoments();
  const [made, setMade] = useState<{ url: string; expires_at: string } | undefined>();
  return (
    <div className="space-y-5">
      <p className="text-text-2">{t('inside')}</p>
      {made ? (
        <section className="space-y-2" aria-label={t('made')}>
          <h3 className="font-semibold text-md">{t('made')}</h3>
          <SecretLink
            url={made.url}
            about={t('madeAbout', { time: moment(made.expires_at) })}
            copy={t('copy')}
          />
          <Button onClick={() => setMade(undefined)}>{t('another')}</Button>
        </section>
      ) : (
        <ShareForm board={board} onMade={setMade} />
      )}
      <ShareList board={board} />
    </div>
  );
}
