import type { Annotation, Board } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { olympus } from '../../app/client.js';
import { useDeed } from '../../app/use-deed.js';
import { formatBucket } from '../../format/dates.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { annotationsQuery } from '../board-query.js';
import { AnnotationForm, type AnnotationInput } from './annotation-form.js';
import { annotationTexts } from './annotation-texts.js';

/** What is noted for the dashboard's charts: to add, correct and take away. */
export default function Annotations({
  board,
  onClose,
}: {
  readonly board: Board;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(annotationTexts);
  const tenant = useTenant();
  const { locale } = useNumberStyle();
  const [changing, setChanging] = useState<Annotation | undefined>();
  const { data } = useQuery(annotationsQuery.options(tenant.id, board.id));
  const outdates = [annotationsQuery.key(tenant.id)];
  const add = useDeed({
    run: ({ on, label, here }: AnnotationInput) =>
      olympus.annotations.add({
        tenant_id: tenant.id,
        on,
        label,
        ...(here ? { board_id: board.id } : {}),
      }),
    outdates,
  });
  const change = useDeed({
    run: ({ id, on, label }: Pick<Annotation, 'id' | 'on' | 'label'>) =>
      olympus.annotations.change({ tenant_id: tenant.id, id, on, label }),
    outdates,
    onDone: () => setChanging(undefined),
  });
  const remove = useDeed({
    run: (id: string) => olympus.annotations.remove({ tenant_id: tenant.id, id }),
    outdates,
  });
  return (
    <Dialog open onOpenChange={onClose} title={t('title')}>
      <div className="space-y-4 p-4">
        <p className="text-text-2">{t('about')}</p>
        {changing ? (
          <AnnotationForm
            key={changing.id}
            annotation={changing}
            busy={change.isPending}
            onSubmit={({ on, label }) => change.mutate({ id: changing.id, on, label })}
            onCancel={() => setChanging(undefined)}
          />
        ) : (
          <AnnotationForm
            key={data?.annotations.length ?? 0}
            busy={add.isPending}
            onSubmit={(input) => add.mutate(input)}
          />
        )}
        {data?.annotations.length === 0 && <p className="text-text-3">{t('none')}</p>}
        <ul className="divide-y divide-border-soft">
          {data?.annotations.map((one) => (
            <li key={one.id} className="flex items-center gap-2 py-1.5">
              <span className="w-28 shrink-0 text-text-2">
                {formatBucket(one.on, 'day', locale)}
              </span>
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                {one.label}
                <span className="block text-text-3 text-xs">
                  {one.board_id === null ? t('everywhere') : t('here')}
                </span>
              </span>
              <Button
                look="icon"
                aria-label={`${t('change')}: ${one.label}`}
                onClick={() => setChanging(one)}
              >
                <Pencil size={14} aria-hidden="true" />
              </Button>
              <Button
                look="icon"
                aria-label={`${t('remove')}: ${one.label}`}
                onClick={() => remove.mutate(one.id)}
              >
                <Trash2 size={14} aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
        <p className="text-text-3 text-xs">{t('shared')}</p>
      </div>
    </Dialog>
  );
}
