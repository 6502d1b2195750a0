import { useState } from 'react';
import { usePageSearch } from '../address/use-address.js';
import { useTexts } from '../messages/use-texts.js';
import { useScope } from '../scope/use-scope.js';
import { PageFrame } from '../shell/page-frame.js';
import { Tabs } from '../ui/tabs.js';
import { type Covered, CoveredContext } from './answered.js';
import { BasketsTab } from './baskets-tab.js';
import { LifecycleTab } from './lifecycle-tab.js';
import { RepeatsTab } from './repeats-tab.js';
import { DEFAULT_TIMEFRAME } from './request.js';
import { retentionSearch, TABS } from './retention-search.js';
import { RetentionTab } from './retention-tab.js';
import { StickinessTab } from './stickiness-tab.js';
import { retentionTexts } from './texts.js';

const VIEWS = {
  retention: RetentionTab,
  lifecycle: LifecycleTab,
  stickiness: StickinessTab,
  repeats: RepeatsTab,
  baskets: BasketsTab,
} as const;

const nothingYet: Covered = { range: null, pending: false, fetching: true };

/** Who comes back, how often, and what they take together. */
export default function RetentionPage() {
  const { t } = useTexts(retentionTexts);
  const [{ tab }, change] = usePageSearch(retentionSearch);
  const { scope } = useScope();
  const [covered, setCovered] = useState<Covered>(nothingYet);
  const { range, pending, fetching } = covered;
  const timeframe = scope.period.kind === 'default' ? DEFAULT_TIMEFRAME : undefined;
  const View = VIEWS[tab];
  return (
    <PageFrame
      answered={range === null ? undefined : { range, ...(timeframe && { timeframe }) }}
      pending={pending}
      busy={fetching}
      refreshing={fetching && range !== null}
    >
      <Tabs
        label={t('views')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
        onChange={(next) => change({ tab: next })}
      >
        <CoveredContext value={setCovered}>
          <View />
        </CoveredContext>
      </Tabs>
    </PageFrame>
  );
}
