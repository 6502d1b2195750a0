import { useTexts } from '../messages/use-texts.js';
import { useScope } from '../scope/use-scope.js';
import { Tabs } from '../ui/tabs.js';
import { VIEWS } from './anomalies-search.js';
import { DriversView } from './drivers-view.js';
import { anomalyTexts } from './texts.js';
import { UnusualView } from './unusual-view.js';
import { useChoices } from './use-choices.js';
import { type Asked, ViewFrame } from './view-frame.js';

/** What stands out of a metric, and what moved it. */
export default function AnomaliesPage() {
  const { t } = useTexts(anomalyTexts);
  const choices = useChoices();
  const control = useScope();
  const { search, change } = choices;
  const View = search.view === 'drivers' ? DriversView : UnusualView;
  const tabbed = (asked: Asked) => (
    <ViewFrame asked={asked}>
      <Tabs
        label={t('views')}
        value={search.view}
        tabs={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
        onChange={(view) => change({ view })}
      >
        {asked.content}
      </Tabs>
    </ViewFrame>
  );
  return <View choices={choices} control={control} frame={tabbed} />;
}
