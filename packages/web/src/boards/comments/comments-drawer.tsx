import type { Board, BoardComment } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { olympus } from '../../app/client.js';
import { useDeed } from '../../app/use-deed.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { permits } from '../../session/permissions.js';
import { Button } from '../../ui/button.js';
import { Drawer } from '../../ui/drawer.js';
import { ProblemPanel } from '../../ui/problem-panel.js';
import { TextField } from '../../ui/text-field.js';
import { commentsQuery } from '../board-query.js';
import { CommentItem } from './comment-item.js';
import { commentTexts } from './texts.js';

/** What was said about a dashboard: the open ones, those that are settled, and a field for one more. */
export function CommentsDrawer({
  board,
  onClose,
}: {
  readonly board: Board;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(commentTexts);
  const tenant = useTenant();
  const query = useQuery(commentsQuery.options(tenant.id, board.id));
  const comments = query.data?.comments ?? [];
  const open = comments.filter(({ resolved_at }) => resolved_at === null);
  const settled = comments.filter(({ resolved_at }) => resolved_at !== null);
  return (
    <Drawer open onClose={onClose} title={t('title')} subtitle={board.name}>
      <div className="space-y-4">
        {query.isError && (
          <ProblemPanel
            error={query.error}
            what={t('failed')}
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        )}
        {query.isPending && <div aria-hidden="true" className="skeleton h-24 w-full" />}
        {query.data && comments.length === 0 && <p className="text-text-2">{t('none')}</p>}
        <List label={t('open')} board={board} comments={open} />
        {settled.length > 0 && (
          <details>
            <summary className="cursor-pointer font-medium text-text-2">
              {t('settled', { count: settled.length })}
            </summary>
            <List label={t('settledLabel')} board={board} comments={settled} />
          </details>
        )}
        {permits(tenant, ['boards:comment']) && <Write board={board} />}
      </div>
    </Drawer>
  );
}

function List({
  label,
  board,
  comments,
}: {
  readonly label: string;
  readonly board: Board;
  readonly comments: readonly BoardComment[];
}) {
  if (comments.length === 0) return null;
  return (
    <ul aria-label={label} className="divide-y divide-border-soft">
      {comments.map((comment) => (
        <CommentItem key={comment.id} boardId={board.id} comment={comment} />
      ))}
    </ul>
  );
}

function Write({ board: { id } }: { readonly board: Board }) {
  const { t } = useTexts(commentTexts);
  const tenant = useTenant();
  const [text, setText] = useState('');
  const add = useDeed({
    run: () => olympus.comments.add({ tenant_id: tenant.id, id, text: text.trim() }),
    outdates: [commentsQuery.key(tenant.id, id)],
    onDone: () => setText(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() && !add.isPending) add.mutate(undefined);
  };
  return (
    <form onSubmit={submit} className="space-y-2">
      <TextField
        label={t('write')}
        hint={t('writeHint')}
        rows={3}
        value={text}
        onChange={setText}
      />
      <div className="flex justify-end">
        <Button look="primary" type="submit" disabled={add.isPending || !text.trim()}>
          {t('add')}
        </Button>
      </div>
    </form>
  );
}
