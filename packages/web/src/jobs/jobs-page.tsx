import { usePageSearch } from '../address/use-address.js';
import { useTexts } from '../messages/use-texts.js';
import { PageFrame } from '../shell/page-frame.js';
import { Tabs } from '../ui/tabs.js';
import { JobsList } from './jobs-list.js';
import { jobsSearch, VIEWS } from './jobs-search.js';
import { SchedulesList } from './schedules-list.js';
import { jobTexts } from './texts.js';

/** Work that outlives a request, and what makes it again and again. */
export default function JobsPage() {
  const { t } = useTexts(jobTexts);
  const [{ view }, change] = usePageSearch(jobsSearch);
  return (
    <PageFrame narrow>
      <Tabs
        label={t('views')}
        value={view}
        tabs={VIEWS.map((value) => ({ value, label: t(value) }))}
        onChange={(next) => change({ view: next, state: 'any' })}
      >
        {view === 'jobs' ? <JobsList /> : <SchedulesList />}
      </Tabs>
    </PageFrame>
  );
}
