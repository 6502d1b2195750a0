import type { FunnelAnswer } from '@olympus/sdk';
import { FunnelChart } from '../charts/index.js';
import { describeDelta } from '../format/delta.js';
import { formatDuration } from '../format/duration.js';
import { formatFull, formatShare } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { type Column, DataTable } from '../table/index.js';
import { DeltaChip } from '../ui/delta-chip.js';
import { funnelData } from './funnel-data.js';
import { useGroups } from './group-label.js';
import { funnelTexts } from './texts.js';

type Step = FunnelAnswer['steps'][number];

/** The steps as bars with what was lost between them, and as rows with all figures; each opens its people. */
export function FunnelPanel({
  answer,
  details,
  onOpen,
}: {
  readonly answer: FunnelAnswer;
  readonly details: readonly string[];
  readonly onOpen: (step: number) => void;
}) {
  const { t } = useTexts(funnelTexts);
  const groups = useGroups(answer.breakdown);
  return (
    <section aria-labelledby="funnel-chart" className="card min-w-0 px-4 pt-3 pb-4">
      <FunnelChart
        data={funnelData(answer, groups, t('funnel'))}
        details={details}
        onPick={(key) => onOpen(Number(key))}
        heading={
          <>
            <h2 id="funnel-chart" className="font-semibold text-md">
              {t('funnel')}
            </h2>
            <p className="mt-0.5 text-text-3 text-xs">{t('funnelHint')}</p>
          </>
        }
      />
      <div className="mt-4 border-border-soft border-t pt-2">
        <StepsTable answer={answer} onOpen={onOpen} />
      </div>
    </section>
  );
}

function StepsTable({
  answer,
  onOpen,
}: {
  readonly answer: FunnelAnswer;
  readonly onOpen: (step: number) => void;
}) {
  const { t } = useTexts(funnelTexts);
  const style = useNumberStyle();
  const count = (value: number) => formatFull(value, 'count', style);
  const compared = answer.comparison_range !== null;
  const columns: readonly Column<Step>[] = [
    {
      key: 'step',
      label: t('steps'),
      kind: 'text',
      sortable: false,
      value: ({ number, label }) => `${number}. ${label}`,
    },
    {
      key: 'people',
      label: t(answer.per === 'session' ? 'visits' : 'people'),
      kind: 'number',
      width: 88,
      sortable: false,
      value: ({ people }) => people,
      text: ({ people }) => count(people),
    },
    {
      key: 'start',
      label: t('ofStart'),
      kind: 'number',
      width: 92,
      sortable: false,
      value: ({ share_of_start }) => share_of_start,
      text: ({ share_of_start }) => formatShare(share_of_start, style),
    },
    {
      key: 'previous',
      label: t('ofPrevious'),
      kind: 'number',
      width: 130,
      sortable: false,
      onPhone: false,
      value: ({ share_of_previous }) => share_of_previous,
      text: ({ share_of_previous }) => formatShare(share_of_previous, style),
    },
    {
      key: 'dropped',
      label: t('dropped'),
      kind: 'number',
      width: 112,
      sortable: false,
      onPhone: false,
      value: ({ number, dropped }) => (number === 1 ? null : dropped),
      text: ({ number, dropped }) => (number === 1 ? '—' : count(dropped)),
    },
    {
      key: 'time',
      label: t('time'),
      kind: 'number',
      width: 112,
      sortable: false,
      onPhone: false,
      value: ({ time }) => time?.p50 ?? null,
      text: ({ time }) => formatDuration(time?.p50 ?? null, style.locale),
    },
    ...(compared
      ? [
          {
            key: 'change',
            label: t('change'),
            kind: 'number' as const,
            width: 78,
            sortable: false,
            onPhone: false,
            value: ({ share_of_start, previous }: Step) =>
              share_of_start === null || previous?.share_of_start == null
                ? null
                : share_of_start - previous.share_of_start,
            show: (step: Step) => <Change step={step} />,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      label={t('steps')}
      toolbar={false}
      columns={columns}
      rows={answer.steps}
      rowKey={({ number }) => String(number)}
      onOpen={({ number }) => onOpen(number)}
    />
  );
}

function Change({ step }: { readonly step: Step }) {
  const { locale } = useNumberStyle();
  if (step.number === 1 || !step.previous) return null;
  const [value, previous] = [step.share_of_start, step.previous.share_of_start];
  const change = value === null || previous === null ? null : value - previous;
  return (
    <DeltaChip
      plain
      delta={describeDelta({ value, previous, change }, 'points', 'up_good', locale)}
    />
  );
}
