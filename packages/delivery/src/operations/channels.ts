import type { Handlers } from '@olympus/contract';
import type { TenantId } from '@olympus/core';
import type { Tenant } from '@olympus/platform';
import type { Channel, ChannelSettings, SmtpServer } from '../channels/channel.js';
import type { ChannelStore } from '../channels/channel-store.js';
import { checkSettings } from '../channels/check-settings.js';
import { sampleNotices } from '../channels/sample.js';
import { type TryDeps, tryChannel } from '../channels/try-channel.js';
import { createWebhookSecret } from '../channels/webhook-secret.js';
import { deliveryLimits } from '../limits.js';
import { compose } from '../outbox/compose.js';
import type { Waking } from '../outbox/jobs.js';
import type { LogStore } from '../outbox/log-store.js';
import { invalidChannel, tenantGone } from '../problems.js';
import { drawPreview } from '../render/preview.js';
import type { channelOperations } from './channels.contract.js';
import { describeChannel, describeMessage } from './describe.js';

export interface ChannelHandlersDeps extends TryDeps {
  readonly channels: ChannelStore;
  readonly messages: LogStore;
  readonly waking: Pick<Waking, 'wake'>;
  readonly tenantOf: (tenant: TenantId) => Promise<Tenant | undefined>;
  readonly operator: SmtpServer | undefined;
  readonly resolveHost: (host: string) => Promise<readonly { readonly address: string }[]>;
}

export function channelHandlers(deps: ChannelHandlersDeps): Handlers<typeof channelOperations> {
  const { channels, messages, clock } = deps;

  const describe = async (channel: Channel, inFull: boolean) =>
    describeChannel(channel, {
      counts: (await messages.counts(channel.tenant)).get(channel.id),
      unsubscribed: await messages.unsubscribed(channel.id),
      recipientKey: channels.recipientKey,
      inFull,
    });
  const tenantOf = async (id: TenantId): Promise<Tenant> => {
    const tenant = await deps.tenantOf(id);
    if (tenant === undefined) throw tenantGone(id);
    return tenant;
  };

  return {
    'channels.create': async ({ tenant, caller, input, note }) => {
      const { name, kind, most = deliveryLimits.most } = input;
      const secret = kind === 'webhook' ? createWebhookSecret() : undefined;
      const settings = { ...given(input, {}), ...(secret === undefined ? {} : { secret }) };
      await checkSettings(deps, kind, settings);
      const channel = await channels.add(tenant, { name, kind, most, settings }, caller.name);
      note({ target: channel.id, detail: { name, kind } });
      return { channel: await describe(channel, true), secret: secret ?? null };
    },
    'channels.list': async ({ tenant, caller }) => {
      const inFull = caller.allows(tenant, 'delivery:write');
      const all = await channels.list(tenant);
      return {
        channels: await Promise.all(all.map((channel) => describe(channel, inFull))),
        operator_smtp: deps.operator?.from ?? null,
      };
    },
    'channels.change': async ({ tenant, input, note }) => {
      const before = await channels.get(tenant, input.id);
      const { name, active, most } = input;
      const settings = given(input, before.settings);
      const isOtherPlace = JSON.stringify(settings) !== JSON.stringify(before.settings);
      if (isOtherPlace) await checkSettings(deps, kindOf(before), settings);
      const channel = await channels.change(tenant, input.id, {
        ...(name === undefined ? {} : { name }),
        ...(active === undefined ? {} : { active }),
        ...(most === undefined ? {} : { most }),
        settings,
      });
      note({
        target: channel.id,
        detail: { name: channel.name, active: channel.active, leads_elsewhere: isOtherPlace },
      });
      if (channel.active) await deps.waking.wake(tenant, channel.id);
      return describe(channel, true);
    },
    'channels.test': async ({ tenant, input, signal, note }) => {
      const channel = await channels.get(tenant, input.id);
      const tried = await tryChannel(deps, await tenantOf(tenant), channel, signal);
      const accepted = tried.every(({ outcome }) => outcome.kind === 'accepted');
      note({ target: channel.id, detail: { accepted } });
      return {
        accepted,
        outcomes: tried.map(({ recipient, outcome }) => ({
          recipient,
          accepted: outcome.kind === 'accepted',
          reply: outcome.kind === 'accepted' ? outcome.reply : outcome.failure.message,
          failure: outcome.kind === 'accepted' ? null : outcome.failure,
        })),
      };
    },
    'channels.preview': async ({ tenant, input }) => {
      const { kind, digest = false } = input;
      const shop = await tenantOf(tenant);
      const samples = sampleNotices(shop.locale, clock);
      const notices = digest ? samples : samples.slice(0, 1);
      const total = digest ? samples.length + 9 : 1;
      const parcel = { id: 'msg_1', notices, total, recipient: '' };
      const address = kind === 'email' ? 'name@example.com' : undefined;
      return drawPreview(kind, compose(deps, shop, { id: 'preview' }, parcel, address));
    },
    'channels.messages': async ({ tenant, caller, input }) => {
      const { limit = 50, state, before } = input;
      const channel = await channels.get(tenant, input.id);
      const rows = await messages.list(tenant, channel.id, { state, before, limit: limit + 1 });
      const { recipients = [] } = channel.settings;
      const addresses = caller.allows(tenant, 'delivery:write')
        ? new Map(recipients.map((address) => [channels.recipientKey(address), address]))
        : undefined;
      return {
        messages: rows.slice(0, limit).map((message) => describeMessage(message, addresses)),
        more: rows.length > limit,
      };
    },
    'channels.resend': async ({ tenant, input, note }) => {
      const channel = await channels.get(tenant, input.id);
      const resent = await messages.resend(tenant, channel.id, input.message_id);
      note({ target: channel.id, detail: { messages: resent } });
      await deps.waking.wake(tenant, channel.id);
      return { messages: resent };
    },
    'channels.rotate': async ({ tenant, input, note }) => {
      const channel = await channels.get(tenant, input.id);
      const { secret: former } = channel.settings;
      if (channel.kind !== 'webhook' || former === undefined) {
        throw invalidChannel('Only webhooks are signed', '/id', 'Name a webhook.');
      }
      const secret = createWebhookSecret();
      const untilMs = clock.now() + deliveryLimits.overlapMs;
      const settings = { ...channel.settings, secret, former: { secret: former, untilMs } };
      await channels.change(tenant, channel.id, { settings });
      note({ target: channel.id });
      return { secret };
    },
    'channels.remove': async ({ tenant, input, note }) => {
      note({ target: input.id });
      await channels.remove(tenant, input.id);
      return undefined;
    },
  };
}

function kindOf({ kind }: Channel) {
  // `get` gives no channel of people
  if (kind === 'people') throw new Error('the channel of people cannot be changed');
  return kind;
}

interface GivenSettings {
  readonly recipients?: readonly string[] | undefined;
  readonly smtp?: (Omit<SmtpServer, 'user' | 'password'> & Partial<SmtpServer>) | null | undefined;
  readonly url?: string | undefined;
}

/** Settings as they are after what was given; a password that was left out stays. */
function given(input: GivenSettings, before: ChannelSettings): ChannelSettings {
  const { recipients, smtp, url } = input;
  const next = {
    ...before,
    ...(recipients === undefined ? {} : { recipients: recipients.map((one) => one.trim()) }),
    ...(url === undefined ? {} : { url: url.trim() }),
  };
  if (smtp === undefined) return next;
  const { smtp: formerSmtp, ...rest } = next;
  if (smtp === null) return rest;
  // only to the host that it was given for
  const known = formerSmtp?.host === smtp.host ? formerSmtp.password : undefined;
  const password = smtp.password ?? (smtp.user === undefined ? undefined : known);
  const { password: _, ...server } = smtp;
  return { ...rest, smtp: { ...server, ...(password === undefined ? {} : { password }) } };
}
