import type { Handlers, Principal } from '@olympus/contract';
import type { SmtpServer } from '../channels/channel.js';
import type { ChannelStore } from '../channels/channel-store.js';
import type { InboxNotice, InboxStore } from '../inbox/inbox-store.js';
import { notAPerson, smtpMissing } from '../problems.js';
import type { inboxOperations } from './inbox.contract.js';

/** @throws Problem `not_a_person` */
function personOf({ kind, id }: Principal): string {
  if (kind !== 'user') throw notAPerson();
  return id;
}

export function inboxHandlers(deps: {
  readonly inbox: InboxStore;
  readonly channels: Pick<ChannelStore, 'ofPeople'>;
  readonly operator: SmtpServer | undefined;
}): Handlers<typeof inboxOperations> {
  const { inbox, channels, operator } = deps;
  const readerOf = ({ kind, id }: Principal) => (kind === 'user' ? id : undefined);
  const email_possible = operator !== undefined;

  return {
    'inbox.list': async ({ tenant, caller, input }) => {
      const { limit = 50, unread, severity, before } = input;
      const filter = { unread, severity, before, limit: limit + 1 };
      const rows = await inbox.list(tenant, readerOf(caller), filter);
      return { notices: rows.slice(0, limit).map(describe), more: rows.length > limit };
    },
    'inbox.unread': async ({ tenant, caller }) => inbox.unread(tenant, readerOf(caller)),
    'inbox.mark': async ({ tenant, caller, input }) => {
      await inbox.setRead(tenant, personOf(caller), input.id, input.read ?? true);
      return undefined;
    },
    'inbox.mark_all': async ({ tenant, caller, input }) => {
      await inbox.readAll(tenant, personOf(caller), input.until);
      return undefined;
    },
    'inbox.preferences': async ({ tenant, caller }) => ({
      ...(await inbox.preferences(tenant, personOf(caller))),
      email_possible,
    }),
    'inbox.prefer': async ({ tenant, caller, input }) => {
      const { bell, email, browser } = input;
      if (email !== 'never') {
        if (operator === undefined) throw smtpMissing();
        await channels.ofPeople(tenant);
      }
      await inbox.prefer(tenant, personOf(caller), { bell, email, browser });
      return { bell, email, browser, email_possible };
    },
  };
}

const describe = ({ id, thread, severity, title, lines, facts, path, at, read }: InboxNotice) => ({
  id,
  thread,
  severity,
  title,
  lines,
  facts,
  path,
  at,
  read,
});
