import type { Handlers } from '@olympus/contract';
import type { Annotation, AnnotationStore } from '../store/annotation-store.js';
import type { annotationOperations } from './annotations.contract.js';
import { personOf } from './boards.js';

export function annotationHandlers(
  annotations: AnnotationStore,
): Handlers<typeof annotationOperations> {
  return {
    'annotations.list': async ({ tenant, input }) => ({
      annotations: (await annotations.list(tenant, input.board_id)).map(describeAnnotation),
    }),
    'annotations.add': async ({ tenant, caller, input, note }) => {
      const { on, label, board_id: board = null } = input;
      const added = await annotations.add(tenant, { board, on, label }, personOf(caller));
      note({ target: added.id, detail: { on } });
      return describeAnnotation(added);
    },
    'annotations.change': async ({ tenant, caller, input, note }) => {
      const { id, on, label } = input;
      note({ target: id, detail: { on } });
      return describeAnnotation(
        await annotations.change(tenant, id, { on, label }, personOf(caller)),
      );
    },
    'annotations.remove': async ({ tenant, input, note }) => {
      note({ target: input.id });
      await annotations.remove(tenant, input.id);
      return undefined;
    },
  };
}

export const describeAnnotation = (annotation: Annotation) => ({
  id: annotation.id,
  board_id: annotation.board,
  on: annotation.on,
  label: annotation.label,
  changed_by: annotation.changedBy,
  changed_at: annotation.changedAt,
});
