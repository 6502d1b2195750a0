import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { Tabs } from '../ui/tabs.js';
import { type Kind, previewQuery } from './channels-query.js';
import { channelTexts } from './texts.js';

const VIEWS = ['single', 'digest'] as const;

/** What messages by a kind of channel look like. */
export function Preview({ kind }: { readonly kind: Kind }) {
  const { t } = useTexts(channelTexts);
  const tenant = useTenant();
  const [view, setView] = useState<(typeof VIEWS)[number]>('single');
  const { data } = useQuery(previewQuery.options(tenant.id, { kind, digest: view === 'digest' }));
  return (
    <section className="space-y-3">
      <h3 className="font-semibold text-md">{t('preview')}</h3>
      <Tabs
        label={t('preview')}
        value={view}
        tabs={VIEWS.map((value) => ({
          value,
          label: t(value === 'single' ? 'previewSingle' : 'previewDigest'),
        }))}
        onChange={setView}
      >
        {data && (
          <div className="space-y-2">
            {data.html !== null && (
              <p>
                <span className="text-text-3">{t('previewSubject')}: </span>
                {data.subject}
              </p>
            )}
            {data.html === null ? (
              <pre
                dir="ltr"
                // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard too
                tabIndex={0}
                className="max-h-96 overflow-auto rounded-control bg-surface-2 p-3 font-mono text-xs"
              >
                {data.body}
              </pre>
            ) : (
              <iframe
                title={t('preview')}
                srcDoc={data.html}
                sandbox=""
                className="h-[520px] w-full rounded-card border border-border-soft bg-white"
              />
            )}
          </div>
        )}
      </Tabs>
    </section>
  );
}
