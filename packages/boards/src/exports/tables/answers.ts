import type analyticsContract from '@olympus/analytics/contract';
import type { Static, TSchema } from 'typebox';

type Operations = (typeof analyticsContract)['operations'][number];
type AnswerOf<O> = O extends { readonly answer: { readonly schema: infer S extends TSchema } }
  ? Static<S>
  : never;

/** What operations of analytics answer, by their ids. */
export type AnalyticsAnswers = {
  readonly [Id in Operations['id']]: AnswerOf<Extract<Operations, { readonly id: Id }>>;
};
