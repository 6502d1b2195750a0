import type { Job } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { useMoments } from '../app/use-moments.js';
import { JsonView } from '../json/json-view.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { permits } from '../session/permissions.js';
import { Button } from '../ui/button.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { Drawer } from '../ui/drawer.js';
import { Facts } from '../ui/facts.js';
import { ProgressBar } from '../ui/progress-bar.js';
import { toast } from '../ui/toast.js';
import { JobLog } from './job-log.js';
import { JobState } from './job-state.js';
import { isGoingOn, jobQuery, jobsInterval, jobsQuery } from './jobs-query.js';
import { useKinds } from './kind-texts.js';
import { jobTexts } from './texts.js';

/** One job as it goes on: how far it is, what it says, what it came to. */
export function JobDrawer({
  id,
  onClose,
}: {
  readonly id: string | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(jobTexts);
  const tenant = useTenant();
  const moment = useMoments();
  const kindName = useKinds();
  const [asking, setAsking] = useState(false);
  const query = useQuery({
    ...jobQuery.options(tenant.id, Number(id)),
    enabled: id !== undefined && /^\d+$/.test(id),
    refetchInterval: ({ state }) => jobsInterval(state.data && [state.data]),
  });
  const job = query.data;
  const outdates = [jobsQuery.key(tenant.id), jobQuery.key(tenant.id)];
  const cancel = useDeed({
    run: (of: Job) => olympus.jobs.cancel({ tenant_id: tenant.id, id: of.id }),
    outdates,
    onDone: () => {
      setAsking(false);
      toast(t('cancelled'));
    },
  });
  const retry = useDeed({
    run: (of: Job) => olympus.jobs.retry({ tenant_id: tenant.id, id: of.id }),
    outdates,
    onDone: () => toast(t('retried')),
  });
  const mayWrite = permits(tenant, ['jobs:write']);
  const cancellable = job !== undefined && (job.state === 'waiting' || job.state === 'running');
  const retriable = job !== undefined && (job.state === 'dead' || job.state === 'cancelled');
  return (
    <>
      <Drawer
        open={id !== undefined}
        onClose={onClose}
        title={job ? kindName(job.kind) : t('job', { id: id ?? '' })}
        subtitle={job && t('job', { id: String(job.id) })}
        footer={
          mayWrite &&
          (cancellable ? (
            <Button onClick={() => setAsking(true)}>{t('cancel')}</Button>
          ) : (
            retriable && (
              <Button look="primary" disabled={retry.isPending} onClick={() => retry.mutate(job)}>
                {t('retry')}
              </Button>
            )
          ))
        }
      >
        {job ? (
          <div className="space-y-6">
            {isGoingOn(job) && job.state !== 'waiting' && (
              <ProgressBar
                label={t('progress')}
                value={job.progress?.fraction}
                {...(job.progress?.sentence ? { detail: job.progress.sentence } : {})}
              />
            )}
            <Facts
              facts={[
                [
                  t('kind'),
                  <code key="kind" className="font-mono text-xs">
                    {job.kind}
                  </code>,
                ],
                [t('state'), <JobState key="state" state={job.state} />],
                [t('attempt'), t('attempts', { attempt: job.attempts, most: job.max_attempts })],
                [t('created'), moment(job.created_at)],
                [t('runAt'), job.run_at ? moment(job.run_at) : undefined],
                [t('started'), job.started_at ? moment(job.started_at) : undefined],
                [t('finished'), job.finished_at ? moment(job.finished_at) : undefined],
                [t('schedule'), job.schedule_id ?? undefined],
              ]}
            />
            {job.error && (
              <section className="chip rounded-control bg-bad-tint px-3 py-2 text-bad">
                <h3 className="font-semibold">{t('error')}</h3>
                <p className="[overflow-wrap:anywhere]">{job.error.message}</p>
                {job.error.remedy && <p>{job.error.remedy}</p>}
                {job.error.detail && (
                  <pre className="mt-1 whitespace-pre-wrap font-mono text-xs [overflow-wrap:anywhere]">
                    {job.error.detail}
                  </pre>
                )}
              </section>
            )}
            <JobLog job={job} />
            {job.state === 'succeeded' && job.result !== null && job.result !== undefined && (
              <Json title={t('result')} value={job.result} />
            )}
            <Json title={t('input')} value={job.input} />
          </div>
        ) : (
          query.isError && <p className="text-text-2">{t('gone')}</p>
        )}
      </Drawer>
      {job && (
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title={t('cancelTitle', { kind: kindName(job.kind) })}
          action={t('cancelDo')}
          pending={cancel.isPending}
          onConfirm={() => cancel.mutate(job)}
        >
          {t('cancelAbout')}
        </ConfirmDialog>
      )}
    </>
  );
}

function Json({ title, value }: { readonly title: string; readonly value: unknown }) {
  return (
    <section>
      <h3 className="mb-2 font-semibold text-md">{title}</h3>
      <JsonView value={value ?? null} label={title} />
    </section>
  );
}
