import type { EventType } from '@olympus/sdk';
import { useState } from 'react';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { Button } from '../ui/button.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { toast } from '../ui/toast.js';
import { eventTypesQuery } from './event-types-query.js';
import { eventTypeTexts } from './texts.js';

/** Takes back what the tenant declared of a type, once asked. */
export function RemoveType({
  type,
  onRemoved,
}: {
  readonly type: EventType;
  readonly onRemoved: () => void;
}) {
  const { t } = useTexts(eventTypeTexts);
  const tenant = useTenant();
  const [asking, setAsking] = useState(false);
  const remove = useDeed({
    run: () => olympus.schemas.remove({ tenant_id: tenant.id, type: type.type }),
    outdates: [eventTypesQuery.key(tenant.id)],
    onDone: () => {
      setAsking(false);
      toast(t('removed', { type: type.type }));
      onRemoved();
    },
  });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('remove')}</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('removeTitle', { type: type.type })}
        action={t('removeDo')}
        pending={remove.isPending}
        onConfirm={() => remove.mutate(undefined)}
      >
        {t('removeAbout')}
      </ConfirmDialog>
    </>
  );
}
