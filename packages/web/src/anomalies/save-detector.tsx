import type { AnomaliesBacktest } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { olympus } from '../app/client.js';
import { faultText } from '../app/faults.js';
import { useDeed } from '../app/use-deed.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { TextField } from '../ui/text-field.js';
import { toast } from '../ui/toast.js';
import { type AnomaliesRequest, backtestQuery, detectorsQuery } from './queries.js';
import { anomalyTexts } from './texts.js';
import { useAnomalyWords, valueText } from './words.js';

const LAST = 90;
const LISTED = 8;

/** Shows what a detector would have marked, and saves it under a name. */
export default function SaveDetector({
  request,
  name: proposed,
  onClose,
}: {
  readonly request: AnomaliesRequest;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(anomalyTexts);
  const tenant = useTenant();
  const form = useId();
  const [name, setName] = useState(proposed);
  const { time: _, locale, ...watched } = request;
  const backtest = useQuery(
    backtestQuery.options(tenant.id, { ...watched, ...(locale ? { locale } : {}), last: LAST }),
  );
  const save = useDeed({
    quiet: true,
    run: (saved: string) =>
      olympus.detectors.save({ tenant_id: tenant.id, ...watched, name: saved }),
    outdates: [detectorsQuery.key(tenant.id)],
    onDone: (saved) => {
      toast(t('saved', { name: saved.name }));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !save.isPending) save.mutate(name.trim());
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('saveTitle')}
      footer={
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" form={form} disabled={save.isPending}>
            {t('save')}
          </Button>
          <Button onClick={onClose} className="min-h-9">
            {t('cancel')}
          </Button>
        </div>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-4 p-4">
        <section aria-busy={backtest.isPending}>
          <h3 className="font-semibold">{t('backtest', { count: LAST })}</h3>
          <p className="text-text-3 text-xs">{t('backtestAbout')}</p>
          {backtest.isPending && <div className="skeleton mt-2 h-24 rounded-control" />}
          {backtest.isError && (
            <ProblemPanel
              error={backtest.error}
              what={t('backtestFailed')}
              onRetry={() => void backtest.refetch()}
              retrying={backtest.isFetching}
            />
          )}
          {backtest.data && <Found backtest={backtest.data} />}
        </section>
        <TextField
          label={t('name')}
          value={name}
          onChange={setName}
          required
          error={save.isError ? (faultText(save.error) ?? t('saveFailed')) : undefined}
        />
      </form>
    </Dialog>
  );
}

function Found({ backtest }: { readonly backtest: AnomaliesBacktest }) {
  const { t } = useTexts(anomalyTexts);
  const { anomalies, metric, grain, breakdown, tested } = backtest;
  const { when, kindOf, sayOf } = useAnomalyWords(grain, metric.unit);
  const { locale } = useNumberStyle();
  return (
    <>
      <p className="mt-2 font-medium">
        {anomalies.length === 0
          ? t('backtestNone')
          : t('backtestFound', { count: anomalies.length })}{' '}
        <span className="font-normal text-text-3">
          {t('chance', { tested, expected: Math.round(backtest.expected_false_alarms * 10) / 10 })}
        </span>
      </p>
      <ul className="mt-1 space-y-1">
        {anomalies.slice(0, LISTED).map((anomaly) => (
          <li key={anomaly.id} className="flex gap-3">
            <span className="w-36 shrink-0 text-text-3">{when(anomaly.time)}</span>
            <span className="min-w-0">
              {anomaly.series !== null &&
                `${valueText(anomaly.series, breakdown?.name ?? '', t('none'), locale)}: `}
              {kindOf(anomaly)}, {sayOf(anomaly)}
              {anomaly.seen !== anomaly.time && (
                <span className="text-text-3"> ({t('seen', { date: when(anomaly.seen) })})</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {anomalies.length > LISTED && (
        <p className="text-text-3">{t('more', { count: anomalies.length - LISTED })}</p>
      )}
    </>
  );
}
