import { Problem } from '@olympus/core';
import { isPublicAddress } from '@olympus/outbound';
import { invalidChannel, smtpMissing } from '../problems.js';
import type { ChannelKind, ChannelSettings, SmtpServer } from './channel.js';

export interface CheckDeps {
  readonly operator: SmtpServer | undefined;
  readonly resolveHost: (host: string) => Promise<readonly { readonly address: string }[]>;
}

const address = /^[^\s@<>(),;:\\"[\]]{1,64}@[^\s@<>(),;:\\"[\]]{1,255}$/;

/**
 * Whether a channel could send with these settings, as far as can be told without sending.
 * @throws Problem `invalid_channel`, `smtp_missing`, `private_address`, `host_unreachable`,
 * `address_refused`, each with its place
 */
export async function checkSettings(
  deps: CheckDeps,
  kind: ChannelKind,
  settings: ChannelSettings,
): Promise<void> {
  if (kind === 'email') return checkEmail(deps, settings);
  const { url } = settings;
  if (url === undefined || !URL.canParse(url)) {
    throw invalidChannel('This is no address', '/url', 'Write it as https://host/path.');
  }
  const { protocol, hostname, username } = new URL(url);
  if (username !== '') {
    throw invalidChannel('The address holds a name or password', '/url', 'Take them out.');
  }
  const host = hostname.replace(/^\[|\]$/g, '');
  const found = await placed('/url', () => deps.resolveHost(host));
  // within a network that the operator let in, what is posted does not cross the internet
  const inside = found.every(({ address }) => !isPublicAddress(address));
  if (protocol !== 'https:' && !(protocol === 'http:' && inside)) {
    throw invalidChannel('The address is not encrypted', '/url', 'Start it with https://.');
  }
}

async function checkEmail(deps: CheckDeps, { recipients = [], smtp }: ChannelSettings) {
  if (recipients.length === 0) {
    throw invalidChannel('Nobody is named', '/recipients', 'Name at least one address.');
  }
  recipients.forEach((one, index) => {
    if (!address.test(one)) {
      const at = `/recipients/${index}`;
      throw invalidChannel(`"${one}" is no address`, at, 'Write it as name@example.com.');
    }
  });
  const seen = new Set(recipients.map((one) => one.toLowerCase()));
  if (seen.size < recipients.length) {
    throw invalidChannel('An address is named twice', '/recipients', 'Name each once.');
  }
  if (smtp === undefined) {
    if (deps.operator === undefined) throw smtpMissing();
    return;
  }
  const sender = /<([^<>]+)>\s*$/.exec(smtp.from)?.[1] ?? smtp.from;
  if (!address.test(sender.trim())) {
    throw invalidChannel('The sender is no address', '/smtp/from', 'Name an address.');
  }
  await placed('/smtp/host', () => deps.resolveHost(smtp.host));
}

/** The guard's problems, told where the form can show them. */
async function placed<T>(at: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, kind, message, remedy } = error;
    // who entered it is to mend it, now: a host that cannot be found is no fault of the server's
    throw new Problem({
      code,
      kind: kind === 'unavailable' ? 'invalid' : kind,
      message,
      at,
      ...(remedy === undefined ? {} : { remedy }),
    });
  }
}
