import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { useSession } from '../session/use-session.js';
import { PageFrame } from '../shell/page-frame.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { RatesCard } from './rates-card.js';
import { ShopForm } from './shop-form.js';
import { ShopsList } from './shops-list.js';
import { shopsQuery } from './shops-query.js';
import { shopTexts } from './texts.js';

/** The shop's settings and, for operators, all shops of the server. */
export default function ShopPage() {
  const { t } = useTexts(shopTexts);
  const tenant = useTenant();
  const operator = useSession().data?.operator ?? false;
  const query = useQuery(shopsQuery);
  const shop = query.data?.tenants.find((one) => one.id === tenant.id);
  return (
    <PageFrame narrow busy={query.isFetching} refreshing={query.isFetching && !query.isPending}>
      {query.isError && (
        <ProblemPanel
          error={query.error}
          what={t('loadFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {shop ? (
        <>
          <ShopForm key={shop.id} shop={shop} />
          <RatesCard key={`${shop.id}-rates`} shop={shop} />
        </>
      ) : (
        query.isPending && <FormShape />
      )}
      {operator && <ShopsList />}
    </PageFrame>
  );
}

function FormShape() {
  return (
    <div aria-hidden="true" className="card grid max-w-2xl gap-5 p-5 sm:grid-cols-2">
      {['a', 'b', 'c', 'd', 'e', 'f'].map((field) => (
        <div key={field} className="h-[76px]">
          <div className="skeleton mb-2 h-4 w-24" />
          <div className="skeleton h-9" />
        </div>
      ))}
    </div>
  );
}
