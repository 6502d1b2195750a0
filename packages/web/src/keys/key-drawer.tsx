import type { ApiKey } from '@olympus/sdk';
import { useState } from 'react';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { useMoments } from '../app/use-moments.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { SendSnippets } from '../sending/send-snippets.js';
import { Button } from '../ui/button.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { Drawer } from '../ui/drawer.js';
import { Facts } from '../ui/facts.js';
import { toast } from '../ui/toast.js';
import { keysQuery } from './keys-query.js';
import { RotateKey } from './rotate-key.js';
import { useScopeWords } from './scope-words.js';
import { keyTexts } from './texts.js';

/** Stands in code for a secret that is not kept. */
const PLACE = '$OLYMPUS_KEY';

/** One key: what it may do, code to use it with, and how to replace or end it. */
export function KeyDrawer({
  id,
  apiKey,
  loading,
  onClose,
}: {
  readonly id: string | undefined;
  /** undefined while it loads, or where there is none of this id. */
  readonly apiKey: ApiKey | undefined;
  readonly loading: boolean;
  readonly onClose: () => void;
}) {
  const { t, rich } = useTexts(keyTexts);
  const tenant = useTenant();
  const moment = useMoments();
  const words = useScopeWords();
  const [asking, setAsking] = useState<'rotate' | 'revoke' | undefined>();
  const revoke = useDeed({
    run: (key: ApiKey) => olympus.keys.revoke({ tenant_id: tenant.id, id: key.id }),
    outdates: [keysQuery.key(tenant.id)],
    onDone: (_, key) => {
      setAsking(undefined);
      toast(t('revoked', { name: key.name }));
    },
  });
  const live = apiKey?.status === 'active';
  return (
    <>
      <Drawer
        open={id !== undefined}
        onClose={onClose}
        title={apiKey?.name ?? t('list')}
        subtitle={apiKey && t(`status.${apiKey.status}`)}
        footer={
          live && (
            <>
              <Button onClick={() => setAsking('rotate')}>{t('rotate')}</Button>
              <Button onClick={() => setAsking('revoke')}>{t('revoke')}</Button>
            </>
          )
        }
      >
        {apiKey ? (
          <div className="space-y-6">
            <Facts
              facts={[
                [
                  t('secret'),
                  <code key="hint" className="font-mono text-xs">{`${apiKey.hint}…`}</code>,
                ],
                [
                  t('mayDo'),
                  <ul key="scopes">
                    {apiKey.scopes.map((scope) => (
                      <li key={scope}>{words.one(scope)}</li>
                    ))}
                  </ul>,
                ],
                [t('created'), moment(apiKey.created_at)],
                [t('expires'), apiKey.expires_at ? moment(apiKey.expires_at) : t('never')],
                [t('revokedAt'), apiKey.revoked_at ? moment(apiKey.revoked_at) : undefined],
                [t('replaces'), apiKey.replaces ?? undefined],
              ]}
            />
            {live && apiKey.scopes.includes('events:write') && (
              <section>
                <h3 className="font-semibold text-md">{t('use')}</h3>
                <p className="mb-2 text-text-2">
                  {rich('useHint', {
                    place: (
                      <code key="place" className="font-mono text-xs">
                        {PLACE}
                      </code>
                    ),
                  })}
                </p>
                <SendSnippets tenant={tenant} secret={PLACE} />
              </section>
            )}
          </div>
        ) : (
          !loading && <p className="text-text-2">{t('gone')}</p>
        )}
      </Drawer>
      {apiKey && (
        <>
          <RotateKey
            apiKey={apiKey}
            open={asking === 'rotate'}
            onOpenChange={(open) => setAsking(open ? 'rotate' : undefined)}
          />
          <ConfirmDialog
            open={asking === 'revoke'}
            onOpenChange={(open) => setAsking(open ? 'revoke' : undefined)}
            title={t('revokeTitle', { name: apiKey.name })}
            action={t('revokeDo')}
            pending={revoke.isPending}
            onConfirm={() => revoke.mutate(apiKey)}
          >
            {t('revokeAbout')}
          </ConfirmDialog>
        </>
      )}
    </>
  );
}
