import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { olympus } from '../../app/client.js';
import { useDeed } from '../../app/use-deed.js';
import { useMoments } from '../../app/use-moments.js';
import { formatFull } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { isGoingOn, jobQuery } from '../../jobs/jobs-query.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { SelectField } from '../../ui/select-field.js';
import { EXPORT_FORMATS, type ExportFormat } from './export-answer.js';
import type { WholeQuery } from './export-menu.js';
import { exportTexts } from './texts.js';

const POLL_MS = 700;

/** What the job of an export comes to. */
interface Made {
  readonly url: string;
  readonly expires_at: string;
  readonly rows: number;
  readonly truncated: boolean;
}

/** Makes a file of more rows than one answer has: how far it is, then a link that ends. */
export function ExportJob({
  title,
  query,
  onClose,
}: {
  readonly title: string;
  readonly query: WholeQuery;
  readonly onClose: () => void;
}) {
  const { t, locale } = useTexts(exportTexts);
  const tenant = useTenant();
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [id, setId] = useState<number | undefined>();
  const start = useDeed({
    run: () => olympus.exports.start({ tenant_id: tenant.id, query, format, title, locale }),
    outdates: [],
    onDone: ({ job_id }) => setId(job_id),
  });
  return (
    <Dialog open onOpenChange={onClose} title={t('allTitle')}>
      <div className="space-y-4 p-4">
        <p className="text-text-2">{t('allAbout')}</p>
        {id === undefined ? (
          <div className="flex items-end justify-between gap-3">
            <div className="w-44">
              <SelectField
                label={t('format')}
                value={format}
                choices={EXPORT_FORMATS.map((one) => ({ value: one.format, label: one.name }))}
                onChange={setFormat}
              />
            </div>
            <Button
              look="primary"
              disabled={start.isPending}
              onClick={() => start.mutate(undefined)}
            >
              {t('make')}
            </Button>
          </div>
        ) : (
          <Following id={id} />
        )}
      </div>
    </Dialog>
  );
}

function Following({ id }: { readonly id: number }) {
  const { t } = useTexts(exportTexts);
  const tenant = useTenant();
  const moment = useMoments();
  const style = useNumberStyle();
  const { data: job } = useQuery({
    ...jobQuery.options(tenant.id, id),
    refetchInterval: ({ state }) => (state.data && !isGoingOn(state.data) ? false : POLL_MS),
  });
  if (job === undefined || isGoingOn(job)) {
    return <ProgressBar label={t('making')} value={job?.progress?.fraction} />;
  }
  if (job.state !== 'succeeded') {
    return (
      <p role="alert" className="text-bad">
        {[t('failed'), job.error?.message, job.error?.remedy].filter(Boolean).join(' ')}
      </p>
    );
  }
  // the job’s kind says what it comes to
  const { url, expires_at, rows, truncated } = job.result as Made;
  return (
    <div role="status" className="space-y-3">
      <p>
        {t('made', { rows: formatFull(rows, 'count', style), time: moment(expires_at) })}
        {truncated && ` ${t('truncated')}`}
      </p>
      <a
        href={new URL(url).pathname}
        download
        className="inline-flex min-h-9 items-center gap-2 rounded-control bg-accent px-4 font-semibold text-on-accent text-sm"
      >
        <Download size={14} aria-hidden="true" />
        {t('fetch')}
      </a>
    </div>
  );
}
