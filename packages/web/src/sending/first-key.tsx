import type { SessionTenant } from '@olympus/sdk';
import { KeyRound } from 'lucide-react';
import { announce } from '../app/announcer.js';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { keysQuery } from '../keys/keys-query.js';
import { useTexts } from '../messages/use-texts.js';
import { Button } from '../ui/button.js';
import { KeySecret } from './key-secret.js';
import { SendSnippets } from './send-snippets.js';
import { sendingTexts } from './texts.js';

/** A button that makes a key for sending events, and then the key with code to paste. */
export function FirstKey({ tenant }: { readonly tenant: SessionTenant }) {
  const { t } = useTexts(sendingTexts);
  const make = useDeed({
    run: () =>
      olympus.keys.create({ tenant_id: tenant.id, name: t('keyName'), scopes: ['events:write'] }),
    outdates: [keysQuery.key(tenant.id)],
    onDone: () => announce(t('made')),
  });
  if (make.data) {
    return (
      <div className="space-y-4">
        <KeySecret secret={make.data.secret} />
        <SendSnippets tenant={tenant} secret={make.data.secret} />
      </div>
    );
  }
  return (
    <>
      <p className="mb-3 text-text-2">{t('makeHint', { shop: tenant.name })}</p>
      <Button look="primary" disabled={make.isPending} onClick={() => make.mutate(undefined)}>
        <KeyRound size={15} aria-hidden="true" />
        {make.isPending ? t('making') : t('make')}
      </Button>
    </>
  );
}
