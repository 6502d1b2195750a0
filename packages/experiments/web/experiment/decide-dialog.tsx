import type { Experiment, ExperimentVerdict } from '@olympus/sdk';
import {
  Button,
  Dialog,
  FieldError,
  faultText,
  olympus,
  RadioField,
  TextField,
  toast,
  useDeed,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { type FormEvent, useId, useState } from 'react';
import { experimentQuery, experimentsQuery } from '../experiments/queries.js';
import { armName } from '../experiments/wording.js';
import { detailTexts } from './texts.js';

/** Writes down which arm everybody gets, and why; the verdict is kept beside it. */
export function DecideDialog({
  experiment,
  verdict,
  onClose,
}: {
  readonly experiment: Experiment;
  readonly verdict: ExperimentVerdict | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(detailTexts);
  const tenant = useTenant();
  const form = useId();
  const control = experiment.arms[0]?.key ?? '';
  const [arm, setArm] = useState(verdict?.kind === 'winner' && verdict.arm ? verdict.arm : control);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const decide = useDeed({
    quiet: true,
    run: () =>
      olympus.experiments.decide({
        tenant_id: tenant.id,
        key: experiment.key,
        arm,
        reason: reason.trim(),
      }),
    outdates: [experimentsQuery.key(tenant.id), experimentQuery.key(tenant.id)],
    onDone: () => {
      toast(t('decidedToast'));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== '' && !decide.isPending) decide.mutate(undefined);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('decision')}
      footer={
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={form} disabled={decide.isPending}>
            {t('saveDecision')}
          </Button>
        </div>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="space-y-4 p-4">
        <RadioField
          label={t('decisionArm')}
          value={arm}
          choices={experiment.arms.map(({ key }) => ({
            value: key,
            label: armName(experiment.arms, key),
          }))}
          onChange={setArm}
        />
        <TextField
          rows={4}
          label={t('decisionReason')}
          hint={t('decisionReasonHint')}
          value={reason}
          onChange={setReason}
          error={tried && reason.trim() === '' ? t('reasonMissing') : undefined}
        />
        {decide.isError && (
          <FieldError id={`${form}-fault`}>{faultText(decide.error) ?? ''}</FieldError>
        )}
      </form>
    </Dialog>
  );
}
