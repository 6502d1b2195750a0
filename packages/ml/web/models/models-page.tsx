import type { MlModels } from '@olympus/sdk';
import {
  Button,
  EmptyState,
  olympus,
  PageFrame,
  ProblemPanel,
  ProgressBar,
  permits,
  toast,
  useDeed,
  useNumberStyle,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { BrainCircuit } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { DecideDialog, type Decision } from './decide-dialog.js';
import { modelsQuery, trainingQuery } from './queries.js';
import { RunningModel } from './running-model.js';
import { modelTexts } from './texts.js';
import { VersionsTable } from './versions-table.js';

const KINDS = ['churn', 'value'] as const;
const BUSY_MS = 2_000;
const QUIET_MS = 20_000;
const OVER = ['succeeded', 'cancelled', 'dead'];

/** What runs, how well it foretold, and what can be done about it. */
export default function ModelsPage() {
  const { t, locale } = useTexts(modelTexts);
  const tenant = useTenant();
  const mayWrite = permits(tenant, ['ml:write']);
  const [decision, setDecision] = useState<Decision | undefined>();
  const query = useQuery(modelsQuery.options(tenant.id, locale));
  const training = useTraining(() => void query.refetch());
  const train = useDeed({
    run: () => olympus.ml.train({ tenant_id: tenant.id }),
    outdates: [trainingQuery.key(tenant.id)],
    onDone: () => toast(t('trainStarted')),
  });
  const answer = query.data;
  const busy = training !== undefined;
  const action = mayWrite && answer?.readiness.ready === true && (
    <Button
      look="primary"
      disabled={busy || train.isPending}
      onClick={() => train.mutate(undefined)}
    >
      <BrainCircuit size={15} aria-hidden="true" />
      {t('train')}
    </Button>
  );
  const models = answer?.models ?? [];
  return (
    <PageFrame
      busy={query.isFetching}
      refreshing={query.isFetching && !query.isPending}
      actions={models.length > 0 && action}
    >
      {query.isError && (
        <ProblemPanel
          error={query.error}
          what={t('loadFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {query.isPending && (
        <div aria-hidden="true" className="card h-64 animate-pulse bg-surface-2" />
      )}
      {busy && (
        <div className="card p-4">
          <ProgressBar label={t('training')} value={training.fraction} />
        </div>
      )}
      {answer && models.length === 0 && !busy && <Nothing answer={answer} action={action} />}
      {models.length > 0 && (
        <div className="grid items-start gap-4 xl:grid-cols-2">
          {KINDS.map((kind) => {
            const running = models.find((one) => one.kind === kind && one.state === 'running');
            const retired = models.some((one) => one.kind === kind && one.state === 'retired');
            return running === undefined ? (
              <section key={kind} aria-label={t(`kind.${kind}`)} className="card p-4">
                <h2 className="font-semibold text-lg">{t(`kind.${kind}`)}</h2>
                <p className="text-text-2">{t('noneRunning')}</p>
              </section>
            ) : (
              <RunningModel
                key={kind}
                model={running}
                features={answer?.features ?? []}
                onRollback={
                  mayWrite && retired ? () => setDecision({ deed: 'rollback', kind }) : undefined
                }
              />
            );
          })}
        </div>
      )}
      {models.length > 0 && (
        <VersionsTable
          models={models}
          onPromote={mayWrite ? (model) => setDecision({ deed: 'promote', model }) : undefined}
        />
      )}
      {decision && <DecideDialog decision={decision} onClose={() => setDecision(undefined)} />}
    </PageFrame>
  );
}

/** The training that waits or runs. @param onOver  called when one has ended */
function useTraining(onOver: () => void): { readonly fraction: number | undefined } | undefined {
  const tenant = useTenant();
  const query = useQuery({
    ...trainingQuery.options(tenant.id, undefined),
    enabled: permits(tenant, ['jobs:read']),
    refetchInterval: ({ state }) => (isOn(state.data?.jobs[0]?.state) ? BUSY_MS : QUIET_MS),
  });
  const job = query.data?.jobs[0];
  const on = isOn(job?.state);
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !on) onOver();
    was.current = on;
  }, [on, onOver]);
  if (!on) return undefined;
  return { fraction: job?.progress?.fraction ?? undefined };
}

const isOn = (state: string | undefined) => state !== undefined && !OVER.includes(state);

function Nothing({ answer, action }: { readonly answer: MlModels; readonly action: ReactNode }) {
  const { t } = useTexts(modelTexts);
  const { locale } = useNumberStyle();
  const { readiness } = answer;
  const count = (value: number) => value.toLocaleString(locale);
  return (
    <EmptyState icon={BrainCircuit} title={t('emptyTitle')} action={action}>
      {readiness.ready
        ? t('emptyReady')
        : t('emptyMissing', {
            buyers: count(readiness.buyers),
            buyersNeeded: count(readiness.buyers_needed),
            days: count(readiness.days),
            daysNeeded: count(readiness.days_needed),
          })}
    </EmptyState>
  );
}
