import type { TenantId } from '@olympus/core';

/** Ways to people outside of Olympus that a tenant can set up. */
export const channelKinds = ['email', 'slack', 'teams', 'webhook'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** A mail server of the tenant's own. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** `tls`: from the first byte. `starttls`: refused without. `none`: in the clear. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Sender: an address, or `Name <address>`. */
  readonly from: string;
}

/** What a channel needs to know; kept sealed as a whole. */
export interface ChannelSettings {
  /** Addresses of people, of channels of email. */
  readonly recipients?: readonly string[] | undefined;
  /** Undefined: the operator's mail server. */
  readonly smtp?: SmtpServer | undefined;
  /** Where the message is posted to; with Slack and Teams it is the secret itself. */
  readonly url?: string | undefined;
  /** `whsec_…`, of webhooks. */
  readonly secret?: string | undefined;
  /** The secret before it, which signs too until then. */
  readonly former?: { readonly secret: string; readonly untilMs: number } | undefined;
}

/** Why a message did not arrive. */
export interface Failure {
  readonly code: string;
  /** One sentence for people. */
  readonly message: string;
  /** Status of HTTP, or reply code of SMTP. */
  readonly status?: number;
  readonly at: string;
}

export interface Channel {
  readonly id: string;
  readonly tenant: TenantId;
  readonly name: string;
  /** `people`: the tenant's people at their own addresses, as each of them chose. */
  readonly kind: ChannelKind | 'people';
  /** False: nothing new is taken in, and what waits stays. */
  readonly active: boolean;
  /** Messages within ten minutes to one recipient; beyond, they go as one digest. */
  readonly most: number;
  readonly settings: ChannelSettings;
  readonly sentAt: string | null;
  readonly failingSince: string | null;
  readonly failure: Failure | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly changedAt: string;
}
