import { usePageSearch } from '../address/use-address.js';
import { useTexts } from '../messages/use-texts.js';
import { PageFrame } from '../shell/page-frame.js';
import { Tabs } from '../ui/tabs.js';
import { BasketsTab } from './baskets-tab.js';
import { LifecycleTab } from './lifecycle-tab.js';
import { RepeatsTab } from './repeats-tab.js';
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

/** Who comes back, how often, and what they take together. */
export default function RetentionPage() {
  const { t } = useTexts(retentionTexts);
  const [{ tab }, change] = usePageSearch(retentionSearch);
  const View = VIEWS[tab];
  return (
    <PageFrame>
      <Tabs
        label={t('views')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
        onChange={(next) => change({ tab: next })}
      >
        <View />
      </Tabs>
    </PageFrame>
  );
}
