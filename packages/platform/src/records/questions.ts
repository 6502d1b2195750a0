import type { PrincipalIdentity } from '@olympus/contract';
import type { TenantId } from '@olympus/core';
import { and, count, desc, eq, gte, inArray, lt, max, sql } from 'drizzle-orm';
import type { PlatformContext } from '../context.js';
import { isForeignKeyViolation } from '../database/faults.js';
import { storable, storableJson } from '../database/storable.js';
import { questions } from '../schema/index.js';
import { tenantNotFound } from '../tenants/tenants.js';
import { markOf, openJson, openText, sealJson, sealText } from './sealed-question.js';

export type QuestionOutcome = 'answer' | 'clarify' | 'decline';

export interface NewQuestion {
  readonly tenantId: TenantId;
  readonly asker: PrincipalIdentity;
  readonly conversationId: string;
  /** Without personal data. */
  readonly question: string;
  readonly locale?: string | undefined;
  readonly outcome: QuestionOutcome;
  /** Why it was declined. */
  readonly reason?: string | undefined;
  /** What a follow-up needs of an answered question; its meaning is the caller's. */
  readonly answer?: Readonly<Record<string, unknown>> | undefined;
}

export interface AskedQuestion {
  /** Rises with every question; also the cursor of lists. */
  readonly id: number;
  readonly conversationId: string;
  readonly question: string;
  readonly locale: string | null;
  readonly outcome: QuestionOutcome;
  readonly reason: string | null;
  readonly answer: Readonly<Record<string, unknown>> | null;
  readonly createdAt: string;
}

/** Like questions that were not answered, counted together. */
export interface UnansweredQuestion {
  /** As it was asked last. */
  readonly question: string;
  readonly count: number;
  /** Different people and keys that asked it. */
  readonly askers: number;
  readonly outcome: QuestionOutcome;
  readonly reason: string | null;
  readonly lastAskedAt: string;
}

/** The history of questions. Everyone sees their own; unanswered ones are counted over all. */
export interface Questions {
  /** @throws Problem tenant_not_found */
  record(question: NewQuestion): Promise<void>;
  /** Own questions, newest first, of one conversation or of all. Limit 1–500, else 50. */
  list(
    tenant: TenantId,
    asker: PrincipalIdentity,
    options?: {
      readonly conversationId?: string | undefined;
      readonly limit?: number | undefined;
      readonly before?: number | undefined;
    },
  ): Promise<readonly AskedQuestion[]>;
  /** Questions that were declined or asked back since a moment, most often asked first. */
  unanswered(
    tenant: TenantId,
    options?: { readonly sinceMs?: number | undefined; readonly limit?: number | undefined },
  ): Promise<readonly UnansweredQuestion[]>;
}

const bounded = (limit: number, most: number) => Math.min(Math.max(1, Math.trunc(limit)), most);
const nameOf = ({ kind, id }: PrincipalIdentity) => `${kind}:${id}`;

/** A question by its words alone, so that like ones meet: "Profit?" and "profit". */
export function likenessOf(question: string): string {
  return storable(question)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 300);
}

export function createQuestions(
  context: PlatformContext,
  tenantKey: (tenant: TenantId) => Promise<Uint8Array>,
): Questions {
  const { database, clock } = context;
  return {
    record: async (asked) => {
      try {
        const key = await tenantKey(asked.tenantId);
        await database.run((queries) =>
          queries.insert(questions).values({
            tenantId: asked.tenantId,
            asker: nameOf(asked.asker),
            conversationId: asked.conversationId,
            question: sealText(key, storable(asked.question)),
            likeness: markOf(key, likenessOf(asked.question)),
            locale: asked.locale === undefined ? null : storable(asked.locale),
            outcome: asked.outcome,
            reason: asked.reason ?? null,
            answer: asked.answer === undefined ? null : sealJson(key, storableJson(asked.answer)),
            createdAt: clock.now(),
          }),
        );
      } catch (error) {
        throw isForeignKeyViolation(error) ? tenantNotFound(asked.tenantId) : error;
      }
    },
    list: async (tenant, asker, { conversationId, limit = 50, before } = {}) => {
      const rows = await database.run((queries) =>
        queries
          .select()
          .from(questions)
          .where(
            and(
              eq(questions.tenantId, tenant),
              eq(questions.asker, nameOf(asker)),
              conversationId === undefined
                ? undefined
                : eq(questions.conversationId, conversationId),
              before === undefined ? undefined : lt(questions.id, before),
            ),
          )
          .orderBy(desc(questions.id))
          .limit(bounded(limit, 500)),
      );
      const key = await tenantKey(tenant);
      return rows.map((row) => ({
        id: row.id,
        conversationId: row.conversationId,
        question: openText(key, row.question),
        locale: row.locale,
        outcome: row.outcome,
        reason: row.reason,
        answer: row.answer === null ? null : openJson(key, row.answer),
        createdAt: new Date(row.createdAt).toISOString(),
      }));
    },
    unanswered: async (tenant, { sinceMs, limit = 50 } = {}) => {
      const last = max(questions.id);
      const rows = await database.run((queries) =>
        queries
          .select({
            last,
            count: count(),
            askers: sql<number>`count(distinct ${questions.asker})`,
          })
          .from(questions)
          .where(
            and(
              eq(questions.tenantId, tenant),
              inArray(questions.outcome, ['decline', 'clarify']),
              sinceMs === undefined ? undefined : gte(questions.createdAt, sinceMs),
            ),
          )
          .groupBy(questions.likeness)
          .orderBy(desc(count()), desc(last))
          .limit(bounded(limit, 500)),
      );
      const ids = rows.flatMap((row) => (row.last === null ? [] : [Number(row.last)]));
      if (ids.length === 0) return [];
      const latest = await database.run((queries) =>
        queries.select().from(questions).where(inArray(questions.id, ids)),
      );
      const key = await tenantKey(tenant);
      const byId = new Map(latest.map((row) => [row.id, row]));
      return rows.flatMap((row) => {
        const one = byId.get(Number(row.last));
        if (one === undefined) return [];
        return [
          {
            question: openText(key, one.question),
            count: Number(row.count),
            askers: Number(row.askers),
            outcome: one.outcome,
            reason: one.reason,
            lastAskedAt: new Date(one.createdAt).toISOString(),
          },
        ];
      });
    },
  };
}
