import type { Member, Role } from '@olympus/sdk';
import { useState } from 'react';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { SESSION_KEY, useSession } from '../session/use-session.js';
import { Button } from '../ui/button.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { Drawer } from '../ui/drawer.js';
import { toast } from '../ui/toast.js';
import { peopleQuery } from './people-query.js';
import { RoleField } from './role-field.js';
import { isLastOwner } from './roles.js';
import { SignInLink } from './sign-in-link.js';
import { peopleTexts } from './texts.js';

/** One person: their role, a link to sign in with, and the way out. */
export function PersonDrawer({
  id,
  people,
  loading,
  onClose,
}: {
  readonly id: string | undefined;
  readonly people: readonly Member[];
  readonly loading: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(peopleTexts);
  const tenant = useTenant();
  const session = useSession().data;
  const [asking, setAsking] = useState<{ readonly role: Role } | 'remove' | undefined>();
  const person = people.find((one) => one.id === id);
  const self = person !== undefined && person.id === session?.user?.id;
  // an operator may do everything everywhere, member or not
  const locksOut = self && session?.operator !== true;
  const outdates = [peopleQuery.key(tenant.id), ...(self ? [SESSION_KEY] : [])];
  const setRole = useDeed({
    run: ({ who, role }: { who: Member; role: Role; undoes?: boolean }) =>
      olympus.users.setRole({ tenant_id: tenant.id, email: who.email, role }),
    outdates,
    onDone: (now, { who, undoes }) => {
      setAsking(undefined);
      const undo = () => setRole.mutate({ who, role: who.role, undoes: true });
      toast(t('changed', { name: now.name, role: t(`role.${now.role}`) }), undoes ? {} : { undo });
    },
  });
  const remove = useDeed({
    run: (who: Member) => olympus.users.remove({ tenant_id: tenant.id, email: who.email }),
    outdates,
    onDone: (_, who) => {
      setAsking(undefined);
      onClose();
      toast(t('removed', { name: who.name }));
    },
  });
  /** Shown at once; the deed is known to be under way only a moment later. */
  const [chosen, setChosen] = useState<{ readonly id: string; readonly role: Role } | undefined>();
  const last = person !== undefined && isLastOwner(people, person);
  const choose = (role: Role) => {
    if (!person || role === person.role) return;
    if (locksOut && person.role === 'owner') setAsking({ role });
    else {
      setChosen({ id: person.id, role });
      setRole.mutate({ who: person, role }, { onSettled: () => setChosen(undefined) });
    }
  };
  return (
    <>
      <Drawer
        open={id !== undefined}
        onClose={onClose}
        title={person?.name ?? t('list')}
        subtitle={person?.email}
        footer={
          person && (
            <Button disabled={last} onClick={() => setAsking('remove')}>
              {t('remove')}
            </Button>
          )
        }
      >
        {person ? (
          <div className="space-y-6">
            <RoleField
              value={
                chosen?.id === person.id
                  ? chosen.role
                  : setRole.isPending
                    ? setRole.variables.role
                    : person.role
              }
              disabled={last}
              hint={last ? t('lastOwner') : undefined}
              onChange={choose}
            />
            {session?.operator && <SignInLink key={person.email} email={person.email} />}
          </div>
        ) : (
          !loading && <p className="text-text-2">{t('gone')}</p>
        )}
      </Drawer>
      {person && (
        <>
          <ConfirmDialog
            open={asking === 'remove'}
            onOpenChange={(open) => setAsking(open ? 'remove' : undefined)}
            title={t('removeTitle', { name: person.name, shop: tenant.name })}
            action={t('removeDo', { name: person.name })}
            {...(locksOut ? { word: person.email } : {})}
            pending={remove.isPending}
            onConfirm={() => remove.mutate(person)}
          >
            {locksOut ? t('removeSelf') : t('removeAbout', { name: person.name })}
          </ConfirmDialog>
          <ConfirmDialog
            open={typeof asking === 'object'}
            onOpenChange={(open) => !open && setAsking(undefined)}
            title={t('demoteTitle')}
            action={t('demoteDo')}
            pending={setRole.isPending}
            onConfirm={() =>
              typeof asking === 'object' && setRole.mutate({ who: person, role: asking.role })
            }
          >
            {typeof asking === 'object' && t('demoteAbout', { role: t(`role.${asking.role}`) })}
          </ConfirmDialog>
        </>
      )}
    </>
  );
}
