import type { TenantId } from '@olympus/core';
import type { Given } from './answer.js';
import type { AboutTenant, InputOf, Operation } from './operation.js';
import type { Principal } from './principal.js';

/** What only a caller over HTTP has; other surfaces do not offer operations that need it. */
export interface HttpSide {
  /** Address that the request came from. */
  readonly ip: string;
  cookie(name: string): string | undefined;
  setCookie(name: string, value: string, options: { readonly maxAgeSeconds: number }): void;
  clearCookie(name: string): void;
  setHeader(name: string, value: string): void;
}

/** A body that its handler reads itself. */
export interface BodyBytes {
  readonly content: Buffer;
  readonly mediaType: string | undefined;
  /** How the content is packed. */
  readonly encoding: string | undefined;
  /** A header of the request, by its name in lower case. */
  header(name: string): string | undefined;
  /** Names of the request's headers, in lower case. */
  readonly headerNames: readonly string[];
}

/** A file on its way in. */
export interface Upload {
  /** Fails with `body_too_large` past the operation's limit. */
  readonly content: AsyncIterable<Uint8Array>;
  readonly mediaType: string | undefined;
}

/** One call of an operation, allowed and checked. */
export interface Call<O extends Operation = Operation> {
  readonly input: InputOf<O>;
  readonly caller: O extends { readonly permission: 'public' } ? Principal | null : Principal;
  readonly tenant: AboutTenant<O> extends true ? TenantId : undefined;
  /** The body of an operation that takes bytes. */
  readonly bytes: O extends { readonly bytes: object } ? BodyBytes : undefined;
  /** Aborted when the caller is gone. */
  readonly upload: O extends { readonly upload: object } ? Upload : undefined;
  readonly signal: AbortSignal;
  readonly requestId: string;
  readonly http: HttpSide | undefined;
  /** What the audit trail keeps beside the operation's action. */
  note(about: {
    readonly target?: string;
    readonly detail?: Readonly<Record<string, unknown>>;
    /** The tenant that the call made, when it is about none yet. */
    readonly tenant?: TenantId;
  }): void;
}

export type Handler<O extends Operation> = (
  call: Call<O>,
) => O['answer'] extends { readonly kind: 'stream' }
  ? Given<O['answer']>
  : Promise<Given<O['answer']>> | Given<O['answer']>;

/** A handler for each of a room's operations, by id. */
export type Handlers<Operations extends readonly Operation[]> = {
  readonly [O in Operations[number] as O['id']]: Handler<O>;
};
