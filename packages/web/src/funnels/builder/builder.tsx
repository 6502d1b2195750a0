import type { ActList } from '@olympus/sdk';
import { PHONE, useMedia } from '../../app/use-media.js';
import { useTexts } from '../../messages/use-texts.js';
import { funnelTexts } from '../texts.js';
import type { BuiltFunnel } from '../use-funnel.js';
import { Counting } from './counting.js';
import { ExclusionsList } from './exclusions-list.js';
import { StepsList } from './steps-list.js';

/** What the funnel is made of. On a phone only the steps stand open, so that figures are near. */
export function Builder(props: {
  readonly tenantId: string;
  readonly acts: ActList;
  readonly funnel: BuiltFunnel;
  readonly onChange: (part: Partial<BuiltFunnel>) => void;
}) {
  const { t } = useTexts(funnelTexts);
  const phone = useMedia(PHONE);
  const rest = (
    <>
      <ExclusionsList {...props} />
      <Counting {...props} />
    </>
  );
  return (
    <div className="card min-w-0 space-y-4 p-3">
      <StepsList {...props} />
      {phone ? (
        <details>
          <summary className="flex min-h-11 cursor-pointer items-center font-medium text-accent">
            {t('moreSettings')}
          </summary>
          <div className="space-y-4 pt-2">{rest}</div>
        </details>
      ) : (
        rest
      )}
    </div>
  );
}
