import type { BoardComment } from '@olympus/sdk';
import { Check, RotateCcw, Trash2 } from 'lucide-react';
import { olympus } from '../../app/client.js';
import { useDeed } from '../../app/use-deed.js';
import { useMoments } from '../../app/use-moments.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { permits } from '../../session/permissions.js';
import { Button } from '../../ui/button.js';
import { commentsQuery } from '../board-query.js';
import { commentTexts } from './texts.js';

/** Who said what and when; to settle, to open again, and of one's own to take away. */
export function CommentItem({
  boardId,
  comment,
}: {
  readonly boardId: string;
  readonly comment: BoardComment;
}) {
  const { t } = useTexts(commentTexts);
  const tenant = useTenant();
  const moment = useMoments();
  const { id, text, author, own, created_at, resolved_at, resolved_by } = comment;
  const at = { tenant_id: tenant.id, id: boardId, comment: id };
  const outdates = [commentsQuery.key(tenant.id, boardId)];
  const resolve = useDeed({
    run: (resolved: boolean) => olympus.comments.resolve({ ...at, resolved }),
    outdates,
  });
  const remove = useDeed({ run: () => olympus.comments.remove(at), outdates });
  const mayComment = permits(tenant, ['boards:comment']);
  const open = resolved_at === null;
  return (
    <li className="py-2.5">
      <p className="flex items-baseline gap-2">
        <b className="min-w-0 truncate font-semibold">{author}</b>
        <span className="shrink-0 text-text-3 text-xs">{moment(created_at)}</span>
      </p>
      <p
        className={`mt-0.5 whitespace-pre-wrap [overflow-wrap:anywhere] ${open ? '' : 'text-text-2'}`}
      >
        {text}
      </p>
      {!open && (
        <p className="mt-0.5 text-text-3 text-xs">
          {t('settledBy', { name: resolved_by ?? '', time: moment(resolved_at) })}
        </p>
      )}
      {mayComment && (
        <div className="mt-1.5 flex gap-2">
          <Button disabled={resolve.isPending} onClick={() => resolve.mutate(open)}>
            {open ? (
              <Check size={14} aria-hidden="true" />
            ) : (
              <RotateCcw size={14} aria-hidden="true" />
            )}
            {t(open ? 'settle' : 'reopen')}
          </Button>
          {(own || permits(tenant, ['tenants:admin'])) && (
            <Button disabled={remove.isPending} onClick={() => remove.mutate(undefined)}>
              <Trash2 size={14} aria-hidden="true" />
              {t('remove')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
