import type { Board, BoardShare } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { olympus } from '../../app/client.js';
import { useDeed } from '../../app/use-deed.js';
import { useMoments } from '../../app/use-moments.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { Button } from '../../ui/button.js';
import { toast } from '../../ui/toast.js';
import { sharesQuery } from '../board-query.js';
import { shareTexts } from './texts.js';

/** The links there are, how often each was opened, and the way to end it. */
export function ShareList({ board: { id } }: { readonly board: Board }) {
  const { t } = useTexts(shareTexts);
  const tenant = useTenant();
  const { data } = useQuery(sharesQuery.options(tenant.id, id));
  const takeBack = useDeed({
    run: (share: BoardShare) =>
      olympus.boards.unshare({ tenant_id: tenant.id, id, share: share.id }),
    outdates: [sharesQuery.key(tenant.id, id)],
    onDone: (_, { name }) => toast(t('taken', { name })),
  });
  return (
    <section>
      <h3 className="font-semibold text-md">{t('links')}</h3>
      {data?.shares.length === 0 && <p className="mt-1 text-text-3">{t('none')}</p>}
      <ul className="divide-y divide-border-soft">
        {data?.shares.map((share) => (
          <li key={share.id} className="flex items-center gap-3 py-2">
            <About share={share} />
            <Button
              disabled={takeBack.isPending}
              aria-label={t('backOf', { name: share.name })}
              onClick={() => takeBack.mutate(share)}
            >
              {t('back')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function About({ share }: { readonly share: BoardShare }) {
  const { t } = useTexts(shareTexts);
  const moment = useMoments();
  const { name, expired, expires_at, created_by, opened, opened_at } = share;
  return (
    <div className="min-w-0 flex-1">
      <p className="truncate font-medium">{name}</p>
      <p className={`text-xs ${expired ? 'text-warn' : 'text-text-3'}`}>
        {expired
          ? t('ended', { time: moment(expires_at) })
          : t('until', { time: moment(expires_at), by: created_by })}
      </p>
      <p className="text-text-3 text-xs">
        {opened === 0 ? t('never') : t('opened', { count: opened, time: moment(opened_at) })}
      </p>
    </div>
  );
}
