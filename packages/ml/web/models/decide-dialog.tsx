import type { MlModel } from '@olympus/sdk';
import {
  Button,
  Dialog,
  FieldError,
  faultText,
  olympus,
  TextField,
  toast,
  useDeed,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { type FormEvent, useId, useState } from 'react';
import { modelsQuery } from './queries.js';
import { modelTexts } from './texts.js';

/** What is decided by hand: a version to run, or the one before again. */
export type Decision =
  | { readonly deed: 'promote'; readonly model: MlModel }
  | { readonly deed: 'rollback'; readonly kind: MlModel['kind'] };

/** Asks for the reason and puts a version to work. */
export function DecideDialog({
  decision,
  onClose,
}: {
  readonly decision: Decision;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(modelTexts);
  const tenant = useTenant();
  const form = useId();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const told = reason.trim().length >= 3;
  const deed = useDeed({
    quiet: true,
    run: () => {
      const about = { tenant_id: tenant.id, reason: reason.trim() };
      return decision.deed === 'promote'
        ? olympus.ml.promote({
            ...about,
            kind: decision.model.kind,
            version: decision.model.version,
          })
        : olympus.ml.rollback({ ...about, kind: decision.kind });
    },
    outdates: [modelsQuery.key(tenant.id)],
    onDone: () => {
      toast(t('done'));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (told && !deed.isPending) deed.mutate(undefined);
  };
  const title =
    decision.deed === 'promote'
      ? t('promoteTitle', {
          version: decision.model.version,
          kind: t(`kind.${decision.model.kind}`),
        })
      : t('rollbackTitle');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      footer={
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={form} disabled={deed.isPending}>
            {t(decision.deed)}
          </Button>
        </div>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="space-y-4 p-4">
        <p className="text-text-2">{t('decideAbout')}</p>
        <TextField
          rows={3}
          label={t('reasonLabel')}
          value={reason}
          onChange={setReason}
          error={tried && !told ? t('reasonMissing') : undefined}
        />
        {deed.isError && (
          <FieldError id={`${form}-fault`}>{faultText(deed.error) ?? ''}</FieldError>
        )}
      </form>
    </Dialog>
  );
}
