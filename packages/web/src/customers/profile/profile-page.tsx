import type { CustomerProfile } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ShieldOff, UserX } from 'lucide-react';
import { isFault } from '../../app/faults.js';
import { useLanguage } from '../../messages/language.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { PageLink } from '../../pages/page-link.js';
import { permits } from '../../session/permissions.js';
import { PageFrame } from '../../shell/page-frame.js';
import { CopyButton } from '../../ui/copy-button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Notice } from '../../ui/notice.js';
import { ProblemPanel } from '../../ui/problem-panel.js';
import { profileQuery } from '../customers-query.js';
import { Facts } from './facts.js';
import { OrdersTable } from './orders-table.js';
import { Outlook } from './outlook.js';
import { PersonalPanel } from './personal-panel.js';
import { Standing } from './standing.js';
import { Taste } from './taste.js';
import { profileTexts } from './texts.js';
import { Timeline } from './timeline.js';
import { Totals } from './totals.js';
import { ValueChart } from './value-chart.js';

/** One customer: what they bought, how often, where they stand, what happened. */
export default function ProfilePage() {
  const { t } = useTexts(profileTexts);
  const tenant = useTenant();
  const locale = useLanguage();
  const { key = '' }: { readonly key?: string } = useParams({ strict: false });
  const query = useQuery({
    ...profileQuery.options(tenant.id, { key, locale }),
    retry: false,
  });
  const profile = query.data;
  const gone = isFault(query.error, 'customer_erased');
  const unknown = isFault(query.error, 'customer_not_found');
  return (
    <PageFrame
      title={t('titled', { key: key.slice(0, 10) })}
      busy={query.isFetching}
      refreshing={query.isFetching && !query.isPending}
      actions={
        profile && (
          <div className="flex items-center gap-2">
            <code className="hidden font-mono text-text-3 text-xs lg:block">{key}</code>
            <CopyButton text={key} label={t('copyKey')} />
          </div>
        )
      }
    >
      {gone || unknown ? (
        <EmptyState
          icon={gone ? ShieldOff : UserX}
          title={t(gone ? 'erasedGone' : 'unknown')}
          action={
            <PageLink to="/customers" className="control">
              {t('toList')}
            </PageLink>
          }
        >
          {t(gone ? 'erasedGoneAbout' : 'unknownAbout')}
        </EmptyState>
      ) : query.isError && !profile ? (
        <ProblemPanel
          error={query.error}
          what={t('loadFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : profile ? (
        <Profile key={profile.customer_key} profile={profile} />
      ) : (
        <ProfileSkeleton />
      )}
    </PageFrame>
  );
}

function Profile({ profile }: { readonly profile: CustomerProfile }) {
  const { t } = useTexts(profileTexts);
  const tenant = useTenant();
  const { totals, customer_key: key } = profile;
  const maySee = permits(tenant, ['people:read_personal']) && !profile.erased;
  return (
    <>
      {profile.erased && (
        <Notice icon={<ShieldOff size={16} aria-hidden="true" />} tone="info">
          <p>{t('erasedAbout')}</p>
        </Notice>
      )}
      {totals === null ? (
        <Notice icon={<UserX size={16} aria-hidden="true" />} tone="info">
          <p>
            <strong>{t('noOrders')}.</strong> {t('noOrdersAbout')}
          </p>
        </Notice>
      ) : (
        <Totals totals={totals} />
      )}
      <div className="grid gap-4 lg:grid-cols-12">
        <div className="min-w-0 space-y-4 lg:col-span-8">
          {totals !== null && <ValueChart profile={profile} />}
          {profile.orders.length > 0 && <OrdersTable orders={profile.orders} />}
          <Timeline customerKey={key} />
        </div>
        <div className="min-w-0 space-y-4 lg:col-span-4">
          {maySee && <PersonalPanel customerKey={key} />}
          {totals !== null && !profile.erased && permits(tenant, ['ml:read']) && (
            <Outlook customerKey={key} />
          )}
          <Facts profile={profile} />
          {profile.rfm && profile.spend && <Standing rfm={profile.rfm} spend={profile.spend} />}
          {totals !== null && <Taste profile={profile} />}
        </div>
      </div>
    </>
  );
}

function ProfileSkeleton() {
  return (
    <div aria-hidden="true" className="space-y-4">
      <div className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6">
        {['a', 'b', 'c', 'd', 'e', 'f'].map((tile) => (
          <div key={tile} className="card h-[86px] px-4 pt-3">
            <div className="skeleton h-4 w-20" />
            <div className="skeleton mt-3 h-7 w-24" />
          </div>
        ))}
      </div>
      <div className="grid gap-4 lg:grid-cols-12">
        <div className="card skeleton h-96 lg:col-span-8" />
        <div className="card skeleton h-96 lg:col-span-4" />
      </div>
    </div>
  );
}
