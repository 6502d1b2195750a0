import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { permits } from '../../session/permissions.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { customersTexts } from '../texts.js';
import type { Exporting } from './use-export.js';

/** The list with names and addresses as a file, for those who may; it says first that this is kept. */
export function PersonalExport({
  exporting,
  total,
}: {
  readonly exporting: Exporting;
  readonly total: number;
}) {
  const { t } = useTexts(customersTexts);
  const tenant = useTenant();
  const [asking, setAsking] = useState(false);
  if (!permits(tenant, ['people:read_personal'])) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)} disabled={exporting.isPending}>
        <Download size={14} aria-hidden="true" />
        {exporting.isPending ? t('exporting') : t('exportPersonal')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('exportPersonalTitle', { count: total })}
        action={t('exportPersonalDo')}
        pending={exporting.isPending}
        onConfirm={() =>
          exporting.mutate({ personal: true }, { onSuccess: () => setAsking(false) })
        }
      >
        {t('exportPersonalAbout')}
      </ConfirmDialog>
    </>
  );
}
