import type { Member } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { UserPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { useSession } from '../session/use-session.js';
import { PageFrame } from '../shell/page-frame.js';
import type { Column } from '../table/column.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { ListPanel } from '../ui/list-panel.js';
import { useDrawer } from '../ui/use-drawer.js';
import { InvitePerson } from './invite-person.js';
import { OpenInvitations } from './open-invitations.js';
import { peopleQuery } from './people-query.js';
import { PersonDrawer } from './person-drawer.js';
import { peopleTexts } from './texts.js';

/** Who works at the shop, and as what. */
export default function PeoplePage() {
  const { t } = useTexts(peopleTexts);
  const tenant = useTenant();
  const drawer = useDrawer('person');
  const session = useSession().data;
  const [adding, setAdding] = useState(false);
  const query = useQuery(peopleQuery.options(tenant.id, undefined));
  const people = query.data?.users ?? [];
  const columns: readonly Column<Member>[] = [
    {
      key: 'name',
      label: t('name'),
      kind: 'text',
      value: (person) => person.name,
      show: (person) => (
        <span className="inline-flex max-w-full items-center gap-2">
          <span className="truncate">{person.name}</span>
          {person.id === session?.user?.id && <Badge>{t('you')}</Badge>}
        </span>
      ),
    },
    { key: 'email', label: t('email'), kind: 'text', onPhone: false, value: (one) => one.email },
    {
      key: 'role',
      label: t('role'),
      kind: 'text',
      width: 140,
      value: (person) => person.role,
      text: (person) => t(`role.${person.role}`),
      show: (person) => (
        <Badge tone={person.role === 'owner' ? 'accent' : 'neutral'}>
          {t(`role.${person.role}`)}
        </Badge>
      ),
    },
  ];
  const add = (
    <Button look="primary" onClick={() => setAdding(true)}>
      <UserPlus size={15} aria-hidden="true" />
      {t('add')}
    </Button>
  );
  return (
    <PageFrame
      narrow
      busy={query.isFetching}
      refreshing={query.isFetching && !query.isPending}
      actions={people.length > 0 && add}
    >
      <ListPanel
        query={query}
        what={t('loadFailed')}
        none={
          <EmptyState icon={Users} title={t('noneTitle')} action={add}>
            {t('none')}
          </EmptyState>
        }
        label={t('list')}
        columns={columns}
        rows={people}
        rowKey={(person) => person.id}
        onOpen={(person) => drawer.open(person.id)}
      />
      <PersonDrawer
        id={drawer.id}
        people={people}
        loading={query.isPending}
        onClose={drawer.close}
      />
      <OpenInvitations />
      <InvitePerson open={adding} onOpenChange={setAdding} />
    </PageFrame>
  );
}
