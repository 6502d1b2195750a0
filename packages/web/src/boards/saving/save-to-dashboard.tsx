import { LayoutGrid } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { permits } from '../../session/permissions.js';
import { Button } from '../../ui/button.js';
import type { Saveable } from './add-tile.js';
import { savingTexts } from './texts.js';

const SaveDialog = lazy(() => import('./save-dialog.js'));

export interface SaveToDashboardProps extends Saveable {
  /** What the tile is called, until somebody says otherwise. */
  readonly title: string;
  readonly disabled?: boolean;
}

/**
 * A button that puts what a page shows on a dashboard, one that there is or a new one. Absent for who may
 * not change dashboards.
 * @example
 *   <SaveToDashboard
 *     title="Revenue by channel"
 *     ask={{ operation: 'analytics.query', input: query }}
 *     view={{ kind: 'line' }}
 *   />
 */
export function SaveToDashboard({ title, disabled = false, ...tile }: SaveToDashboardProps) {
  const { t } = useTexts(savingTexts);
  const tenant = useTenant();
  const [open, setOpen] = useState(false);
  if (!permits(tenant, ['boards:write'])) return null;
  return (
    <>
      <Button disabled={disabled} onClick={() => setOpen(true)}>
        <LayoutGrid size={14} aria-hidden="true" />
        {t('save')}
      </Button>
      {open && (
        <Suspense>
          <SaveDialog title={title} tile={tile} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
