import type { CustomerProfile } from '@olympus/sdk';
import { formatCell, formatFull } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { SegmentBadge } from '../segment-badge.js';
import { profileTexts } from './texts.js';

type Rfm = NonNullable<CustomerProfile['rfm']>;
type Spend = NonNullable<CustomerProfile['spend']>;
type Reason = Rfm['recency'];

/** A customer's place in the grid, and what each score was given for. */
export function Standing({ rfm, spend }: { readonly rfm: Rfm; readonly spend: Spend }) {
  const { t } = useTexts(profileTexts);
  const style = useNumberStyle();
  const span = ({ score, from, to }: Reason, unit: 'count' | 'currency') => {
    const [low, high] = [from, to].map((value) => formatCell(value, unit, style));
    return low === high
      ? t('spanOne', { score, from: low ?? '' })
      : t('span', { score, from: low ?? '', to: high ?? '' });
  };
  const rows = [
    {
      name: t('recency'),
      reason: rfm.recency,
      because: t('becauseDays', { count: rfm.recency.value }),
      span: span(rfm.recency, 'count'),
    },
    {
      name: t('frequency'),
      reason: rfm.frequency,
      because: t('becauseOrders', { count: rfm.frequency.value }),
      span: span(rfm.frequency, 'count'),
    },
    {
      name: t('monetary'),
      reason: rfm.monetary,
      because: t('becauseMoney', { value: formatFull(rfm.monetary.value, 'currency', style) }),
      span: span(rfm.monetary, 'currency'),
    },
  ];
  return (
    <section aria-labelledby="customer-standing" className="card min-w-0 space-y-3 p-4">
      <h2 id="customer-standing" className="font-semibold text-md">
        {t('standing')}
      </h2>
      <div>
        <SegmentBadge kind="rfm" id={rfm.segment}>
          {rfm.label}
        </SegmentBadge>
        <p className="mt-1 text-text-2">{rfm.about}</p>
      </div>
      <dl className="space-y-2">
        {rows.map(({ name, reason, because, span: told }) => (
          <div key={name} className="grid grid-cols-[88px_1fr] gap-x-3">
            <dt className="text-text-3">{name}</dt>
            <dd>
              <span className="flex items-center gap-2">
                <Dots score={reason.score} />
                <span className="font-medium">{t('scoreOf', { score: reason.score })}</span>
              </span>
              <span className="block text-text-2">{because}</span>
              <span className="block text-text-3 text-xs">{told}</span>
            </dd>
          </div>
        ))}
      </dl>
      <div className="border-border-soft border-t pt-3">
        <p className="mb-1 text-text-3">{t('spend')}</p>
        <SegmentBadge kind="spend" id={spend.segment}>
          {spend.label}
        </SegmentBadge>
        <p className="mt-1 text-text-2">{spend.about}</p>
      </div>
    </section>
  );
}

function Dots({ score }: { readonly score: number }) {
  return (
    <span aria-hidden="true" className="flex gap-1">
      {[1, 2, 3, 4, 5].map((place) => (
        <span
          key={place}
          className={`size-2 rounded-full ${place <= score ? 'bg-c1' : 'bg-surface-2 ring-1 ring-border-soft'}`}
        />
      ))}
    </span>
  );
}
