import type { SessionTenant } from '@olympus/sdk';
import { useState } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { CodeBlock } from '../ui/code-block.js';
import { Tabs } from '../ui/tabs.js';
import { SNIPPETS, type Snippet, snippet } from './snippets.js';
import { sendingTexts } from './texts.js';

/** Code that sends an order to this server, one way a tab, with the key filled in. */
export function SendSnippets({
  tenant,
  secret,
}: {
  readonly tenant: SessionTenant;
  readonly secret: string;
}) {
  const { t } = useTexts(sendingTexts);
  const [way, setWay] = useState<Snippet>('curl');
  const [now] = useState(() => new Date());
  return (
    <Tabs
      label={t('ways')}
      value={way}
      onChange={setWay}
      tabs={SNIPPETS.map((value) => ({ value, label: t(`way.${value}`) }))}
    >
      <p className="mb-2 text-text-2">{t(`about.${way}`)}</p>
      <CodeBlock
        text={snippet(way, { key: secret, tenant, origin: location.origin, now })}
        label={t('copy')}
        maxHeight={320}
      />
    </Tabs>
  );
}
