import type { Board } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { MessageSquare } from 'lucide-react';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { Button } from '../../ui/button.js';
import { useDrawer } from '../../ui/use-drawer.js';
import { commentsQuery } from '../board-query.js';
import { CommentsDrawer } from './comments-drawer.js';
import { commentTexts } from './texts.js';

/** Opens what was said about a dashboard; tells how much of it is open. */
export function CommentsButton({ board }: { readonly board: Board }) {
  const { t } = useTexts(commentTexts);
  const tenant = useTenant();
  const drawer = useDrawer('comments');
  const { data } = useQuery(commentsQuery.options(tenant.id, board.id));
  const open = data?.comments.filter(({ resolved_at }) => resolved_at === null).length ?? 0;
  return (
    <>
      <Button
        aria-label={open > 0 ? t('titleOpen', { count: open }) : t('title')}
        onClick={() => drawer.open('all')}
      >
        <MessageSquare size={14} aria-hidden="true" />
        {open > 0 && <span className="tabular-nums">{open}</span>}
      </Button>
      {drawer.id !== undefined && <CommentsDrawer board={board} onClose={drawer.close} />}
    </>
  );
}
