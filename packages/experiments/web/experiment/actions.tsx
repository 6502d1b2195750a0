import type { Experiment, ExperimentResults } from '@olympus/sdk';
import {
  Button,
  ConfirmDialog,
  download,
  fileName,
  Menu,
  MenuAction,
  MenuDivider,
  olympus,
  toast,
  useDeed,
  useGoTo,
  useNumberStyle,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useQueryClient } from '@tanstack/react-query';
import {
  Archive,
  CircleStop,
  Ellipsis,
  FileText,
  Pencil,
  Play,
  Printer,
  Trash2,
} from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { experimentQuery, experimentsQuery, resultsQuery } from '../experiments/queries.js';
import { DecideDialog } from './decide-dialog.js';
import { reportOf } from './report.js';
import { detailTexts } from './texts.js';

const ExperimentForm = lazy(() => import('../experiments/form/experiment-form.js'));

type Opened = 'edit' | 'start' | 'stop' | 'decide' | 'remove' | undefined;

/** What can be done with an experiment as it stands: the next step first, the rest in a menu. */
export function Actions({
  experiment,
  results,
  mayWrite,
}: {
  readonly experiment: Experiment;
  readonly results: ExperimentResults | undefined;
  readonly mayWrite: boolean;
}) {
  const texts = useTexts(detailTexts);
  const { t } = texts;
  const style = useNumberStyle();
  const [opened, setOpened] = useState<Opened>();
  const deeds = useExperimentDeeds(experiment, () => setOpened(undefined));
  const { state, name } = experiment;
  const saveReport = () =>
    results &&
    download(
      new Blob([reportOf(texts, style, experiment, results)], { type: 'text/markdown' }),
      fileName(name, 'md'),
    );
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      {mayWrite && (
        <NextStep
          state={state}
          onOpen={setOpened}
          onArchive={() => deeds.archive.mutate(undefined)}
        />
      )}
      <Menu
        align="end"
        label={t('report')}
        trigger={
          <Button look="icon" aria-label={t('report')}>
            <Ellipsis size={16} aria-hidden="true" />
          </Button>
        }
      >
        {results && (
          <MenuAction icon={<FileText size={14} aria-hidden="true" />} onSelect={saveReport}>
            {t('report')}
          </MenuAction>
        )}
        <MenuAction
          icon={<Printer size={14} aria-hidden="true" />}
          onSelect={() => setTimeout(() => window.print(), 100)}
        >
          {t('print')}
        </MenuAction>
        {mayWrite && state === 'draft' && (
          <>
            <MenuDivider />
            <MenuAction
              icon={<Trash2 size={14} aria-hidden="true" />}
              onSelect={() => setOpened('remove')}
            >
              {t('remove')}
            </MenuAction>
          </>
        )}
      </Menu>
      {(['start', 'stop', 'remove'] as const).map((deed) => (
        <ConfirmDialog
          key={deed}
          open={opened === deed}
          onOpenChange={(open) => setOpened(open ? deed : undefined)}
          title={t(`${deed}Title`, { name })}
          action={t(deed)}
          pending={deeds[deed].isPending}
          onConfirm={() => deeds[deed].mutate(undefined)}
        >
          {t(`${deed}About`)}
        </ConfirmDialog>
      ))}
      {opened === 'decide' && (
        <DecideDialog
          experiment={experiment}
          verdict={results?.verdict}
          onClose={() => setOpened(undefined)}
        />
      )}
      {opened === 'edit' && (
        <Suspense>
          <ExperimentForm experiment={experiment} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

function NextStep({
  state,
  onOpen,
  onArchive,
}: {
  readonly state: Experiment['state'];
  readonly onOpen: (opened: Opened) => void;
  readonly onArchive: () => void;
}) {
  const { t } = useTexts(detailTexts);
  switch (state) {
    case 'draft':
      return (
        <>
          <Button onClick={() => onOpen('edit')}>
            <Pencil size={14} aria-hidden="true" />
            {t('edit')}
          </Button>
          <Button look="primary" onClick={() => onOpen('start')}>
            <Play size={14} aria-hidden="true" />
            {t('start')}
          </Button>
        </>
      );
    case 'running':
      return (
        <Button onClick={() => onOpen('stop')}>
          <CircleStop size={14} aria-hidden="true" />
          {t('stop')}
        </Button>
      );
    case 'stopped':
      return (
        <Button look="primary" onClick={() => onOpen('decide')}>
          {t('decide')}
        </Button>
      );
    case 'decided':
      return (
        <Button onClick={onArchive}>
          <Archive size={14} aria-hidden="true" />
          {t('archive')}
        </Button>
      );
    case 'archived':
      return null;
  }
}

function useExperimentDeeds({ key, name }: Experiment, onDone: () => void) {
  const { t } = useTexts(detailTexts);
  const tenant = useTenant();
  const goTo = useGoTo();
  const queries = useQueryClient();
  const outdates = [experimentsQuery, experimentQuery, resultsQuery].map((query) =>
    query.key(tenant.id),
  );
  const input = { tenant_id: tenant.id, key };
  const told = (text: string) => () => {
    toast(text);
    onDone();
  };
  return {
    start: useDeed({
      run: () => olympus.experiments.start(input),
      outdates,
      onDone: told(t('started', { name })),
    }),
    stop: useDeed({
      run: () => olympus.experiments.stop(input),
      outdates,
      onDone: told(t('stopped', { name })),
    }),
    archive: useDeed({
      run: () => olympus.experiments.archive(input),
      outdates,
      onDone: told(t('archived', { name })),
    }),
    remove: useDeed({
      run: () => olympus.experiments.remove(input),
      outdates: [],
      onDone: () => {
        queries.removeQueries({ queryKey: experimentsQuery.key(tenant.id) });
        toast(t('removed', { name }));
        goTo('/experiments');
      },
    }),
  };
}
