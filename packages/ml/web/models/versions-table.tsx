import type { MlModel } from '@olympus/sdk';
import {
  Badge,
  Button,
  type Column,
  DataTable,
  formatInstant,
  useNow,
  useNumberStyle,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useReason } from './reason.js';
import { modelTexts } from './texts.js';

const TONE = { running: 'good', candidate: 'neutral', retired: 'neutral' } as const;

/** Every version that was trained, with why it runs or does not. */
export function VersionsTable({
  models,
  onPromote,
}: {
  readonly models: readonly MlModel[];
  readonly onPromote: ((model: MlModel) => void) | undefined;
}) {
  const { t } = useTexts(modelTexts);
  const style = useNumberStyle();
  const tenant = useTenant();
  const nowMs = useNow(60_000);
  const reasonOf = useReason();
  const columns: readonly Column<MlModel>[] = [
    {
      key: 'name',
      label: t('name'),
      kind: 'text',
      width: 230,
      value: ({ kind, version }) => `${t(`kind.${kind}`)}, ${t('version', { version })}`,
    },
    {
      key: 'state',
      label: t('state'),
      kind: 'text',
      width: 110,
      value: ({ state }) => t(`state.${state}`),
      show: ({ state }) => <Badge tone={TONE[state]}>{t(`state.${state}`)}</Badge>,
    },
    {
      key: 'trained',
      label: t('trainedAt'),
      kind: 'text',
      width: 170,
      onPhone: false,
      value: ({ trained_at: at }) => at,
      text: ({ trained_at: at }) => formatInstant(at, tenant.time_zone, style.locale, nowMs),
    },
    {
      key: 'reason',
      label: t('reason'),
      kind: 'text',
      onPhone: false,
      value: ({ reason }) => reasonOf(reason),
      hint: ({ reason }) => reasonOf(reason),
    },
    ...(onPromote === undefined
      ? []
      : [
          {
            key: 'promote',
            label: t('promote'),
            kind: 'text' as const,
            width: 190,
            sortable: false,
            value: () => null,
            show: (model: MlModel) =>
              model.state === 'running' ? (
                ''
              ) : (
                <Button onClick={() => onPromote(model)}>{t('promote')}</Button>
              ),
          },
        ]),
  ];
  return (
    <section aria-label={t('versions')} className="card overflow-hidden p-2">
      <h2 className="px-2 pt-1 font-semibold text-md">{t('versions')}</h2>
      <DataTable
        label={t('versions')}
        columns={columns}
        rows={models}
        rowKey={({ kind, version }) => `${kind}@${version}`}
      />
    </section>
  );
}
