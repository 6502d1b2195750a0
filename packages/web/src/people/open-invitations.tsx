import type { Invitation } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { MailQuestion } from 'lucide-react';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { useMoments } from '../app/use-moments.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { Button } from '../ui/button.js';
import { toast } from '../ui/toast.js';
import { invitationsQuery } from './people-query.js';
import { peopleTexts } from './texts.js';

/** Who was invited and has not come yet; nothing when nobody was. */
export function OpenInvitations() {
  const { t } = useTexts(peopleTexts);
  const tenant = useTenant();
  const moment = useMoments();
  const query = useQuery(invitationsQuery.options(tenant.id, undefined));
  const open = query.data?.invitations ?? [];
  const withdraw = useDeed({
    run: (one: Invitation) => olympus.invitations.withdraw({ tenant_id: tenant.id, id: one.id }),
    outdates: [invitationsQuery.key(tenant.id)],
    onDone: (_, one) => toast(t('withdrawn', { email: one.email })),
  });
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="open-invitations" className="mt-6">
      <h2 id="open-invitations" className="mb-2 font-semibold text-lg">
        {t('open')}
      </h2>
      <ul className="card divide-y divide-border-soft">
        {open.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
            <MailQuestion size={16} aria-hidden="true" className="shrink-0 text-text-3" />
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{one.name ?? one.email}</p>
              <p className="text-text-2 text-xs [overflow-wrap:anywhere]">
                {t('openAbout', {
                  email: one.email,
                  role: t(`role.${one.role}`),
                  by: one.invited_by,
                  time: moment(one.expires_at),
                })}
              </p>
            </div>
            <Button disabled={withdraw.isPending} onClick={() => withdraw.mutate(one)}>
              {t('withdraw')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
