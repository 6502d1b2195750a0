import type { ApiKey } from '@olympus/sdk';
import { useState } from 'react';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { KeySecret } from '../sending/key-secret.js';
import { SendSnippets } from '../sending/send-snippets.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { SelectField } from '../ui/select-field.js';
import { keysQuery } from './keys-query.js';
import { keyTexts } from './texts.js';

const OVERLAPS = ['0', '3600', '86400', '604800'] as const;

/** A new secret for a key, while the old one goes on working for a while. */
export function RotateKey({
  apiKey,
  open,
  onOpenChange,
}: {
  readonly apiKey: ApiKey;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const { t } = useTexts(keyTexts);
  const tenant = useTenant();
  const [overlap, setOverlap] = useState<(typeof OVERLAPS)[number]>('86400');
  const rotate = useDeed({
    run: () =>
      olympus.keys.rotate({
        tenant_id: tenant.id,
        id: apiKey.id,
        overlap_seconds: Number(overlap),
      }),
    outdates: [keysQuery.key(tenant.id)],
  });
  const secret = rotate.data?.secret;
  const close = () => {
    onOpenChange(false);
    rotate.reset();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title={t(secret ? 'madeTitle' : 'rotateTitle', { name: apiKey.name })}
      footer={
        <div className="flex justify-end gap-2">
          {secret ? (
            <Button look="primary" onClick={close}>
              {t('done')}
            </Button>
          ) : (
            <>
              <Button onClick={close}>{t('cancel')}</Button>
              <Button
                look="primary"
                disabled={rotate.isPending}
                onClick={() => rotate.mutate(undefined)}
              >
                {t(rotate.isPending ? 'pending' : 'rotateDo')}
              </Button>
            </>
          )}
        </div>
      }
    >
      <div className="space-y-4 p-4">
        {secret ? (
          <>
            <KeySecret secret={secret} />
            {apiKey.scopes.includes('events:write') && (
              <SendSnippets tenant={tenant} secret={secret} />
            )}
          </>
        ) : (
          <>
            <p className="text-md text-text-2">{t('rotateAbout')}</p>
            <SelectField
              label={t('overlap')}
              value={overlap}
              choices={OVERLAPS.map((value) => ({ value, label: t(`overlap.${value}`) }))}
              onChange={setOverlap}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}
