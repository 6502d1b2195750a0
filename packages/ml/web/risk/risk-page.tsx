import type { MlAtRisk } from '@olympus/sdk';
import {
  Button,
  download,
  EmptyState,
  faultText,
  formatInstant,
  formatShort,
  olympus,
  PageFrame,
  PageLink,
  ProblemPanel,
  SelectField,
  SwitchField,
  toast,
  useNow,
  useNumberStyle,
  usePageSearch,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Download, UserRoundCheck, UserRoundX } from 'lucide-react';
import { riskSearch } from './page.js';
import { atRiskQuery } from './queries.js';
import { RiskTable } from './risk-table.js';
import { riskTexts } from './texts.js';

const PAGE = 50;
const BANDS = ['high', 'medium', 'low', 'all'] as const;

/** Who is about to leave, what is at stake, and why. */
export default function RiskPage() {
  const { t, locale } = useTexts(riskTexts);
  const tenant = useTenant();
  const [{ band, rising, page }, change] = usePageSearch(riskSearch);
  const asked = {
    ...(band === 'all' ? {} : { bands: band }),
    ...(rising ? { rising } : {}),
  };
  const query = useQuery({
    ...atRiskQuery.options(tenant.id, {
      ...asked,
      locale,
      limit: PAGE,
      offset: (page - 1) * PAGE,
    }),
    placeholderData: (before, last) =>
      last?.queryKey[1] === tenant.id ? keepPreviousData(before) : undefined,
  });
  const saving = useMutation({
    mutationFn: () => olympus.ml.exportAtRisk({ tenant_id: tenant.id, ...asked }),
    onSuccess: (file) => {
      download(file, `customers-at-risk-${tenant.id}.csv`);
      toast(t('saved'));
    },
    onError: (fault) => toast(faultText(fault) ?? t('saveFailed'), { tone: 'bad' }),
  });
  const answer = query.data;
  const nothing = answer !== undefined && answer.total === 0 && band === 'all' && !rising;
  const never = answer !== undefined && answer.scored_at === null;
  return (
    <PageFrame
      busy={query.isFetching}
      refreshing={query.isFetching && !query.isPending}
      actions={
        answer !== undefined &&
        answer.total > 0 && (
          <Button onClick={() => saving.mutate()} disabled={saving.isPending}>
            <Download size={15} aria-hidden="true" />
            {t('save')}
          </Button>
        )
      }
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
      {answer && (never || nothing) && (
        <EmptyState
          icon={UserRoundX}
          title={t('emptyTitle')}
          action={
            <PageLink to="/models" className="control">
              {t('toModels')}
            </PageLink>
          }
        >
          {t('emptyAbout')}
        </EmptyState>
      )}
      {answer && !never && !nothing && (
        <section aria-label={t('list')} className="space-y-3">
          <Total answer={answer} />
          <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
            <div className="w-40">
              <SelectField
                label={t('band')}
                value={band}
                choices={BANDS.map((value) => ({ value, label: t(`band.${value}`) }))}
                onChange={(value) => change({ band: value, page: 1 })}
              />
            </div>
            <SwitchField
              label={t('rising')}
              hint={t('risingAbout')}
              checked={rising}
              onChange={(on) => change({ rising: on, page: 1 })}
            />
          </div>
          {answer.total === 0 ? (
            <EmptyState icon={UserRoundCheck} title={t('noneTitle')}>
              {t('noneAbout')}
            </EmptyState>
          ) : (
            <RiskTable rows={answer.customers} onSave={() => saving.mutate()} />
          )}
          <Pages
            page={page}
            pages={Math.max(1, Math.ceil(answer.total / PAGE))}
            onChange={(next) => change({ page: next })}
          />
        </section>
      )}
    </PageFrame>
  );
}

/** What is at stake with all that are shown, and how sure that is. */
function Total({ answer }: { readonly answer: MlAtRisk }) {
  const { t } = useTexts(riskTexts);
  const style = useNumberStyle();
  const tenant = useTenant();
  const nowMs = useNow(60_000);
  const money = (value: number) => formatShort(value, 'currency', style);
  const { value, lower, upper } = answer.value_at_risk;
  const ends = { lower: money(lower), upper: money(upper) };
  return (
    <div className="card flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 py-3">
      <div>
        <h2 className="text-sm text-text-2">{t('total')}</h2>
        <p className="font-semibold text-[22px] leading-8 tracking-tight">{money(value)}</p>
        <p className="text-text-2">
          {answer.total === 1
            ? t('one', ends)
            : t('totalAbout', { customers: answer.total.toLocaleString(style.locale), ...ends })}
        </p>
      </div>
      <p className="max-w-[44ch] text-sm text-text-3">
        {t('totalHow')}
        {answer.scored_at !== null && (
          <>
            {' · '}
            {t('scored', {
              when: formatInstant(answer.scored_at, tenant.time_zone, style.locale, nowMs),
            })}
          </>
        )}
      </p>
    </div>
  );
}

function Pages({
  page,
  pages,
  onChange,
}: {
  readonly page: number;
  readonly pages: number;
  readonly onChange: (page: number) => void;
}) {
  const { t } = useTexts(riskTexts);
  if (pages <= 1) return null;
  return (
    <nav aria-label={t('pages')} className="flex items-center justify-end gap-2">
      <Button aria-label={t('pageBefore')} disabled={page <= 1} onClick={() => onChange(page - 1)}>
        <ChevronLeft size={15} aria-hidden="true" className="rtl:-scale-x-100" />
      </Button>
      <span className="text-text-2 tabular-nums">{t('pageOf', { page, pages })}</span>
      <Button
        aria-label={t('pageAfter')}
        disabled={page >= pages}
        onClick={() => onChange(page + 1)}
      >
        <ChevronRight size={15} aria-hidden="true" className="rtl:-scale-x-100" />
      </Button>
    </nav>
  );
}
