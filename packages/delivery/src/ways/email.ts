import { createHash } from 'node:crypto';
import { type Clock, Problem } from '@olympus/core';
import { createTransport, type SMTPTransportOptions } from 'nodemailer';
import type { SmtpServer } from '../channels/channel.js';
import { deliveryLimits } from '../limits.js';
import { smtpMissing } from '../problems.js';
import { emailHtml } from '../render/email-html.js';
import { emailText } from '../render/email-text.js';
import type { Message } from '../render/message.js';
import { headlineOf } from '../render/words.js';
import type { Outcome, Way } from './way.js';

export interface EmailDeps {
  readonly clock: Clock;
  /** The operator's mail server, whose host is trusted. */
  readonly operator: SmtpServer | undefined;
  /**
   * Addresses of a host that somebody entered, checked; only they are connected to.
   * @throws Problem private_address, host_unreachable
   */
  readonly resolveHost: (host: string) => Promise<readonly { readonly address: string }[]>;
}

export function createEmailWay(deps: EmailDeps): Way {
  const { clock, operator } = deps;
  return {
    async send({ settings }, message, signal) {
      const at = () => new Date(clock.now()).toISOString();
      const server = settings.smtp ?? operator;
      try {
        if (server === undefined) throw smtpMissing();
        const hosts =
          settings.smtp === undefined
            ? [server.host]
            : (await deps.resolveHost(server.host)).map(({ address }) => address);
        return await sendBy(server, hosts[0] ?? server.host, message, signal, at);
      } catch (error) {
        if (signal.aborted || !(error instanceof Problem)) throw error;
        const failure = { code: error.code, message: error.message, at: at() };
        return error.code === 'private_address'
          ? { kind: 'never', failure }
          : { kind: 'later', failure, ofChannel: true };
      }
    },
  };
}

async function sendBy(
  server: SmtpServer,
  address: string,
  message: Message,
  signal: AbortSignal,
  at: () => string,
): Promise<Outcome> {
  const transport = createTransport(transportOf(server, address));
  const abort = () => transport.close();
  signal.addEventListener('abort', abort, { once: true });
  try {
    const { response } = await transport.sendMail(mailOf(server, message));
    return { kind: 'accepted', reply: response };
  } catch (error) {
    signal.throwIfAborted();
    return outcomeOf(error, server, at());
  } finally {
    signal.removeEventListener('abort', abort);
    transport.close();
  }
}

function transportOf(server: SmtpServer, address: string): SMTPTransportOptions {
  const { host, port, security, user, password } = server;
  return {
    host: address,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { servername: host },
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: deliveryLimits.attemptMs,
    greetingTimeout: deliveryLimits.attemptMs,
    socketTimeout: deliveryLimits.attemptMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function mailOf({ from }: SmtpServer, message: Message) {
  const domain = /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? 'olympus.invalid';
  const reference = message.thread === undefined ? undefined : threadId(message, domain);
  return {
    from,
    to: message.recipient ?? '',
    subject: headlineOf(message),
    text: emailText(message),
    html: emailHtml(message),
    messageId: `<${message.id}.${threadHash(message.recipient ?? '')}@${domain}>`,
    ...(reference === undefined ? {} : { inReplyTo: reference, references: reference }),
    date: new Date(message.notices.at(-1)?.at ?? 0),
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(message.unsubscribeUrl === undefined
        ? {}
        : {
            'List-Unsubscribe': `<${message.unsubscribeUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
    },
  };
}

const threadHash = (text: string) =>
  createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** What mail programs put the messages of a thread together by. */
const threadId = ({ tenant, thread }: Message, domain: string) =>
  `<thread.${threadHash(`${tenant.id}\n${thread}`)}@${domain}>`;

/** Codes of faults that concern the message or its recipient and nobody else. */
const ofMessage: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE']);

function outcomeOf(error: unknown, { host }: SmtpServer, at: string): Outcome {
  if (!(error instanceof Error)) throw error;
  const { code = '', responseCode } = error as Error & { code?: string; responseCode?: number };
  const isOfMessage = ofMessage.has(code);
  const failure = {
    code:
      code === 'EAUTH'
        ? 'smtp_sign_in_refused'
        : responseCode === undefined
          ? 'smtp_unreachable'
          : 'smtp_refused',
    message: `${host}: ${error.message.replace(/\s+/g, ' ').slice(0, 300)}`,
    ...(responseCode === undefined ? {} : { status: responseCode }),
    at,
  };
  return isOfMessage && responseCode !== undefined && responseCode >= 500
    ? { kind: 'never', failure }
    : { kind: 'later', failure, ofChannel: !isOfMessage };
}
