import type { Board } from '@olympus/sdk';
import { Copy, Ellipsis, Flag, History, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { olympus } from '../../app/client.js';
import { useDeed } from '../../app/use-deed.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { useGoTo } from '../../pages/page-link.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Menu, MenuAction, MenuDivider } from '../../ui/menu.js';
import { toast } from '../../ui/toast.js';
import { boardsQuery } from '../board-query.js';
import { noScope } from '../board-scope.js';
import { pageTexts } from './texts.js';

const Versions = lazy(() => import('./versions.js'));
const Annotations = lazy(() => import('./annotations.js'));

/** What is done with a dashboard as a whole. */
export function BoardMenu({ board }: { readonly board: Board }) {
  const { t } = useTexts(pageTexts);
  const tenant = useTenant();
  const goTo = useGoTo();
  const [open, setOpen] = useState<'versions' | 'annotations' | 'remove' | undefined>();
  const { id, name } = board;
  const copy = useDeed({
    run: () =>
      olympus.boards.duplicate({ tenant_id: tenant.id, id, name: t('copyName', { name }) }),
    outdates: [boardsQuery.key(tenant.id)],
    onDone: (made) => goTo(`/dashboards/${made.id}`, noScope),
  });
  const remove = useDeed({
    run: () => olympus.boards.remove({ tenant_id: tenant.id, id }),
    outdates: [boardsQuery.key(tenant.id)],
    onDone: () => {
      toast(t('removed', { name }));
      goTo('/dashboards', noScope);
    },
  });
  const close = () => setOpen(undefined);
  return (
    <>
      <Menu
        align="end"
        label={t('more')}
        trigger={
          <Button look="icon" aria-label={t('more')}>
            <Ellipsis size={16} aria-hidden="true" />
          </Button>
        }
      >
        <MenuAction
          icon={<Flag size={14} aria-hidden="true" />}
          onSelect={() => setOpen('annotations')}
        >
          {t('annotations')}
        </MenuAction>
        <MenuAction
          icon={<History size={14} aria-hidden="true" />}
          onSelect={() => setOpen('versions')}
        >
          {t('history')}
        </MenuAction>
        <MenuAction
          icon={<Copy size={14} aria-hidden="true" />}
          onSelect={() => copy.mutate(undefined)}
        >
          {t('copy')}
        </MenuAction>
        <MenuDivider />
        <MenuAction
          icon={<Trash2 size={14} aria-hidden="true" />}
          onSelect={() => setOpen('remove')}
        >
          {t('remove')}
        </MenuAction>
      </Menu>
      <ConfirmDialog
        open={open === 'remove'}
        onOpenChange={close}
        title={t('removeTitle', { name })}
        action={t('removeDo')}
        pending={remove.isPending}
        onConfirm={() => remove.mutate(undefined)}
      >
        <p>{t('removeAbout')}</p>
      </ConfirmDialog>
      <Suspense>
        {open === 'versions' && <Versions board={board} onClose={close} />}
        {open === 'annotations' && <Annotations board={board} onClose={close} />}
      </Suspense>
    </>
  );
}
