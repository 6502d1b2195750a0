import { lazy, Suspense } from 'react';
import { usePageSearch } from '../address/use-address.js';
import { useTexts } from '../messages/use-texts.js';
import { PageFrame } from '../shell/page-frame.js';
import { Tabs } from '../ui/tabs.js';
import { customersSearch, TABS } from './customers-search.js';
import { PeopleTab } from './people/people-tab.js';
import { customersTexts } from './texts.js';

const SegmentsTab = lazy(async () => ({
  default: (await import('./segments/segments-tab.js')).SegmentsTab,
}));

/** Who buys: one by one, and by segments. */
export default function CustomersPage() {
  const { t } = useTexts(customersTexts);
  const [{ tab }, change] = usePageSearch(customersSearch);
  return (
    <PageFrame>
      <Tabs
        label={t('views')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
        onChange={(next) => change({ tab: next })}
      >
        {tab === 'people' ? (
          <PeopleTab />
        ) : (
          <Suspense fallback={<div className="skeleton h-96 w-full" aria-hidden="true" />}>
            <SegmentsTab />
          </Suspense>
        )}
      </Tabs>
    </PageFrame>
  );
}
