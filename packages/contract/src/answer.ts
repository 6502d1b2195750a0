import type { Static, TSchema } from 'typebox';

/** A JSON value of the schema's shape. */
export interface JsonAnswer<S extends TSchema = TSchema> {
  readonly kind: 'json';
  readonly status: number;
  readonly schema: S;
}

/** Nothing but the news that it was done. */
export interface NoAnswer {
  readonly kind: 'none';
}

/** Messages for as long as the caller listens: server-sent events, or a subscription. */
export interface StreamAnswer<S extends TSchema = TSchema> {
  readonly kind: 'stream';
  /** Name of the messages. */
  readonly event: string;
  readonly schema: S;
}

/** A file, or text that is no JSON. */
export interface FileAnswer {
  readonly kind: 'file';
  readonly mediaTypes: readonly string[];
}

/** The browser is sent to another address. */
export interface RedirectAnswer {
  readonly kind: 'redirect';
}

export type Answer = JsonAnswer | NoAnswer | StreamAnswer | FileAnswer | RedirectAnswer;

export const json = <S extends TSchema>(schema: S, status = 200): JsonAnswer<S> => ({
  kind: 'json',
  status,
  schema,
});

export const created = <S extends TSchema>(schema: S): JsonAnswer<S> => json(schema, 201);

/** The work goes on as a job, which the answer names. */
export const accepted = <S extends TSchema>(schema: S): JsonAnswer<S> => json(schema, 202);

export const nothing: NoAnswer = { kind: 'none' };

export const stream = <S extends TSchema>(event: string, schema: S): StreamAnswer<S> => ({
  kind: 'stream',
  event,
  schema,
});

export const file = (...mediaTypes: readonly string[]): FileAnswer => ({
  kind: 'file',
  mediaTypes,
});

export const redirect: RedirectAnswer = { kind: 'redirect' };

/** A file on its way to the caller. */
export interface Download {
  readonly body: string | Uint8Array | AsyncIterable<Uint8Array>;
  readonly mediaType: string;
  /** Makes a browser save it under this name. */
  readonly name?: string;
  readonly status?: number;
}

/** What a handler gives for a kind of answer. */
export type Given<A extends Answer> =
  A extends JsonAnswer<infer S>
    ? Deep<Static<S>>
    : A extends StreamAnswer<infer S>
      ? AsyncIterable<Deep<Static<S>>>
      : A extends FileAnswer
        ? Download
        : A extends RedirectAnswer
          ? { readonly location: string }
          : undefined;

/** What rooms give is readonly; what a schema says is not. */
export type Deep<T> = T extends readonly (infer E)[]
  ? readonly Deep<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Deep<T[K]> }
    : T;
