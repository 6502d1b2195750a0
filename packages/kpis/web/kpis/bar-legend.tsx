import { useTexts } from '@olympus/web/kit';
import { HATCHED } from './goal-bar.js';
import { kpiTexts } from './texts.js';

/** What the marks on the bars are. */
export function BarLegend() {
  const { t } = useTexts(kpiTexts);
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-text-3 text-xs">
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="h-3.5 w-0.5 bg-text" />
        {t('mark.expected')}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="h-3.5 w-1 rounded-sm bg-text-2" />
        {t('mark.target')}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className={`h-2 w-5 ${HATCHED}`} />
        {t('mark.landing')}
      </li>
    </ul>
  );
}
