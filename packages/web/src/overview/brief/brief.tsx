import type { BusinessInsight, InsightSentence } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { ArrowRight, ChevronDown, Sunrise } from 'lucide-react';
import { useId, useState } from 'react';
import type { Address } from '../../address/address.js';
import { SaveToDashboard } from '../../boards/saving/save-to-dashboard.js';
import { formatBucket } from '../../format/dates.js';
import { formatCell, formatShare } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { PageLink } from '../../pages/page-link.js';
import { Button } from '../../ui/button.js';
import { BriefChart } from './brief-chart.js';
import { BRIEF_HEIGHT } from './brief-height.js';
import { briefQuery } from './brief-query.js';
import { briefTexts } from './texts.js';

/**
 * At most five findings, each with its picture, its cause and one thing to do. It is a line of one
 * height until it is opened, so that nothing below it jumps when it comes.
 */
export default function Brief() {
  const { t } = useTexts(briefTexts);
  const tenant = useTenant();
  const { locale } = useNumberStyle();
  const [open, setOpen] = useState(false);
  const list = useId();
  const { data, isError } = useQuery({
    ...briefQuery.options(tenant.id, locale),
    staleTime: 10 * 60_000,
    retry: false,
  });
  const insights = data?.insights ?? [];
  const [first] = insights;
  return (
    <section aria-labelledby="brief-heading" className="card">
      <div className={`flex items-center gap-x-4 px-4 ${BRIEF_HEIGHT}`}>
        <h2
          id="brief-heading"
          className="inline-flex shrink-0 items-center gap-2 font-semibold text-md"
        >
          <Sunrise size={16} aria-hidden="true" className="text-text-3" />
          <span className="max-md:sr-only">{t('title')}</span>
        </h2>
        {first && !open && (
          <span className="max-md:hidden">
            <BriefChart chart={first.chart} />
          </span>
        )}
        <p className="line-clamp-2 min-w-0 flex-1">
          {isError && <span className="text-text-3">{t('failed')}</span>}
          {data && !first && (
            <>
              {t('quiet')}{' '}
              <span className="text-text-3">{t('quietText', { count: data.tested })}</span>
            </>
          )}
          {first && !open && <Words sentence={first.sentence} />}
          {open && data?.through && (
            <span className="text-text-3">
              {t('through', { date: formatBucket(data.through, 'day', locale) })}
            </span>
          )}
        </p>
        {open && (
          <SaveToDashboard
            title={t('title')}
            ask={{ operation: 'analytics.insights', input: {} }}
            view={{ kind: 'insights' }}
          />
        )}
        {first && (
          <Button
            aria-expanded={open}
            aria-controls={list}
            onClick={() => setOpen(!open)}
            className="shrink-0"
          >
            {open
              ? t('close')
              : insights.length > 1
                ? t('open', { count: insights.length })
                : t('openOne')}
            <ChevronDown
              size={14}
              aria-hidden="true"
              className={`text-text-3 transition-transform ${open ? 'rotate-180' : ''}`}
            />
          </Button>
        )}
      </div>
      {open && (
        <ol id={list} className="divide-y divide-border-soft border-border-soft border-t px-4">
          {insights.map((insight) => (
            <Finding key={insight.id} insight={insight} />
          ))}
        </ol>
      )}
    </section>
  );
}

/** One finding: its picture, what it says, what caused it, and where to look. */
export function Finding({
  insight,
  linked = true,
}: {
  readonly insight: BusinessInsight;
  /** False: there is nowhere to go from here. */
  readonly linked?: boolean;
}) {
  const { t } = useTexts(briefTexts);
  const style = useNumberStyle();
  const { sentence, cause, chart, action, money, certainty } = insight;
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-2 py-2.5">
      <BriefChart chart={chart} />
      <div className="min-w-60 flex-1">
        <p>
          <Words sentence={sentence} />
          {cause && (
            <span className="text-text-2">
              {' '}
              <Words sentence={cause} />
            </span>
          )}
        </p>
        <p className="text-text-3 text-xs">
          {t('atStake', { money: formatCell(money, 'currency', style) })}
          {' · '}
          {t('certain', { share: formatShare(Math.min(0.999, certainty), style) })}
        </p>
      </div>
      {linked && (
        <PageLink
          to="/anomalies"
          search={linkOf(insight)}
          className="inline-flex min-h-8 items-center gap-1 font-medium text-accent hover:underline pointer-coarse:min-h-11"
        >
          {action.text}
          <ArrowRight size={14} aria-hidden="true" className="rtl:-scale-x-100" />
        </PageLink>
      )}
    </li>
  );
}

/** A sentence with its figures set off. */
function Words({ sentence }: { readonly sentence: InsightSentence }) {
  return sentence.parts.map((part, index) => {
    // parts have no other identity than their place
    const key = `${index}`;
    return part.kind === 'figure' ? (
      <b key={key} className="font-semibold">
        {part.text}
      </b>
    ) : part.kind === 'label' && index === 0 ? (
      <b key={key} className="font-semibold">
        {part.text}
      </b>
    ) : (
      part.text
    );
  });
}

/** Where a finding is looked at: the drivers of its span, or the days around it. */
function linkOf({ kind, metric, span, compare }: BusinessInsight): Address {
  const unusual = kind === 'anomaly' || kind === 'level_shift' || kind === 'record';
  if (unusual) return { m: metric.name, s: 'high', r: undefined };
  return {
    view: 'drivers',
    m: metric.name,
    ...(compare ? { r: `${span.from}..${span.to}` } : {}),
    ...(kind === 'stock_risk' ? { dim: 'product.name' } : {}),
  };
}
