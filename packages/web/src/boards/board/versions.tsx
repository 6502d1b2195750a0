import type { Board } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { olympus } from '../../app/client.js';
import { useDeed } from '../../app/use-deed.js';
import { useMoments } from '../../app/use-moments.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { toast } from '../../ui/toast.js';
import { boardQuery, boardsQuery, versionsQuery } from '../board-query.js';
import { pageTexts } from './texts.js';

/** How the dashboard was before, and a way back. */
export default function Versions({
  board: { id, version: current },
  onClose,
}: {
  readonly board: Board;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(pageTexts);
  const tenant = useTenant();
  const moment = useMoments();
  const { data } = useQuery(versionsQuery.options(tenant.id, id));
  const restore = useDeed({
    run: (version: number) => olympus.boards.restore({ tenant_id: tenant.id, id, version }),
    outdates: [
      boardQuery.key(tenant.id, id),
      boardsQuery.key(tenant.id),
      versionsQuery.key(tenant.id, id),
    ],
    onDone: (_, version) => {
      toast(t('restored', { version }));
      onClose();
    },
  });
  return (
    <Dialog open onOpenChange={onClose} title={t('versions')}>
      <div className="space-y-3 p-4">
        <p className="text-text-2">{t('versionsAbout')}</p>
        <ol className="divide-y divide-border-soft">
          {data?.versions.map(({ version, name, tiles, changed_by, changed_at }) => (
            <li key={version} className="flex items-center gap-3 py-2">
              <div className="min-w-0 flex-1">
                <p className="truncate">
                  <span className="font-medium">{t('version', { version })}</span>{' '}
                  <span className="text-text-2">{name}</span>
                </p>
                <p className="text-text-3 text-xs">
                  {t('savedBy', { time: moment(changed_at), by: changed_by })} ·{' '}
                  {t('tiles', { count: tiles })}
                </p>
              </div>
              {version === current ? (
                <Badge tone="good">{t('current')}</Badge>
              ) : (
                <Button
                  disabled={restore.isPending}
                  onClick={() => restore.mutate(version)}
                  aria-label={`${t('restore')}: ${t('version', { version })}`}
                >
                  {t('restore')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      </div>
    </Dialog>
  );
}
