import type { Handlers, Principal } from '@olympus/contract';
import type { Comment, CommentStore } from '../store/comment-store.js';
import { personOf } from './boards.js';
import type { commentOperations } from './comments.contract.js';
import { requireOwner } from './owning.js';

export function commentHandlers(comments: CommentStore): Handlers<typeof commentOperations> {
  return {
    'comments.list': async ({ tenant, caller, input }) => ({
      comments: (await comments.list(tenant, input.id)).map((one) => describe(one, caller)),
    }),
    'comments.add': async ({ tenant, caller, input, note }) => {
      const added = await comments.add(tenant, input.id, input.text.trim(), personOf(caller));
      note({ target: input.id, detail: { comment: added.id } });
      return describe(added, caller);
    },
    'comments.resolve': async ({ tenant, caller, input, note }) => {
      const { id, comment, resolved } = input;
      note({ target: id, detail: { comment, resolved } });
      const by = resolved ? personOf(caller) : undefined;
      return describe(await comments.resolve(tenant, id, comment, by), caller);
    },
    'comments.remove': async ({ tenant, caller, input, note }) => {
      const { id, comment } = input;
      note({ target: id, detail: { comment } });
      const { author } = await comments.get(tenant, id, comment);
      requireOwner(caller, tenant, author, 'comment');
      await comments.remove(tenant, id, comment);
      return undefined;
    },
  };
}

const describe = (comment: Comment, caller: Principal) => ({
  id: comment.id,
  text: comment.text,
  author: comment.authorName,
  own: comment.author === personOf(caller).id,
  created_at: comment.createdAt,
  resolved_by: comment.resolvedBy,
  resolved_at: comment.resolvedAt,
});
