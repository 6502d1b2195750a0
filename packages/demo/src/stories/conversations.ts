import { Problem } from '@olympus/core';
import { drawPoisson, type Random } from '@olympus/stats';
import type { DayFacts } from '../simulation/calendar.js';
import { chooseWeighted, pickOne } from '../simulation/choose.js';
import type { Emit } from '../simulation/events.js';
import type { Customer } from '../simulation/people.js';
import { topicTexts } from './conversation-texts.js';
import { isWithin, resolveSpan } from './span.js';
import type { PlantContext, Planted, StorySpan, TruthSpan } from './story.js';

export interface ConversationTopic {
  /** delivery, refund, payment, product or account. */
  readonly id: string;
  readonly weight: number;
  /** Mean rating of those who rate, 1 … 5. */
  readonly satisfaction: number;
}

/** Customers write to the shop. What a conversation is about stands in its words only. */
export interface Conversations extends StorySpan {
  readonly kind: 'conversations';
  /** Mean number of conversations. */
  readonly perDay: number;
  readonly topics: readonly ConversationTopic[];
  /** Share answered by a model instead of a person; none when absent. */
  readonly byModel?: number;
}

export interface ConversationsTruth extends TruthSpan {
  readonly kind: 'conversations';
  readonly topics: readonly (ConversationTopic & {
    readonly conversations: number;
    readonly ratings: number;
    readonly meanRating: number | undefined;
  })[];
  readonly conversations: readonly { readonly conversation_id: string; readonly topic: string }[];
}

const ratedShare = 0.7;
const model = 'helpdesk-1';

export function plantConversations(
  story: Conversations,
  { calendar, random }: PlantContext,
): Planted<ConversationsTruth> {
  const { kind, topics } = story;
  for (const { id } of topics) requireTopic(id);
  const span = resolveSpan(calendar, story);
  const counts = topics.map((topic) => ({ topic, conversations: 0, ratings: 0, sum: 0 }));
  const held: { conversation_id: string; topic: string }[] = [];

  const hold = (day: DayFacts, emit: Emit, customer: Customer) => {
    const count = chooseWeighted(random, counts, ({ topic }) => topic.weight);
    if (count === undefined) return;
    const startMs = calendar.instant(day.day, Math.floor((8 + random.next() * 13) * 3_600_000));
    if (!isWithin(span, startMs)) return;
    const conversation_id = `${span.fromMs.toString(36)}-${held.length + 1}`;
    held.push({ conversation_id, topic: count.topic.id });
    count.conversations += 1;
    const rating =
      random.next() < ratedShare ? drawRating(random, count.topic.satisfaction) : undefined;
    if (rating !== undefined) {
      count.ratings += 1;
      count.sum += rating;
    }
    const byModel = random.next() < (story.byModel ?? 0);
    write({
      random,
      emit,
      conversation_id,
      customer,
      topic: count.topic.id,
      startMs,
      rating,
      byModel,
    });
  };

  return {
    influence: {
      startDay: (day, floor) => {
        if (day.toMs <= span.fromMs || day.fromMs >= span.toMs) return;
        const number = drawPoisson(random, story.perDay);
        for (const customer of sample(random, floor.returning(), number)) {
          hold(day, floor.emit, customer);
        }
      },
    },
    truth: () => ({
      kind,
      ...span,
      topics: counts.map(({ topic, conversations, ratings, sum }) => ({
        ...topic,
        conversations,
        ratings,
        meanRating: ratings === 0 ? undefined : sum / ratings,
      })),
      conversations: [...held],
    }),
  };
}

function requireTopic(id: string): void {
  if (topicTexts[id] !== undefined) return;
  throw new Problem({
    code: 'unknown_topic',
    kind: 'invalid',
    message: `There are no texts about "${id.slice(0, 80)}"`,
    remedy: `Choose of: ${Object.keys(topicTexts).join(', ')}.`,
  });
}

/** A whole rating of 1 … 5 with the given mean, spread by one where there is room. */
function drawRating(random: Random, mean: number): number {
  const whole = Math.floor(mean);
  const rating = whole + (random.next() < mean - whole ? 1 : 0);
  const turn = random.next();
  if (rating <= 1 || rating >= 5 || turn >= 0.4) return rating;
  return turn < 0.2 ? rating - 1 : rating + 1;
}

/** Uniformly chosen, each at most once (reservoir sampling, Vitter 1985, algorithm R). */
function sample<T>(random: Random, items: Iterable<T>, size: number): readonly T[] {
  const chosen: T[] = [];
  let seen = 0;
  if (size === 0) return chosen;
  for (const item of items) {
    seen += 1;
    if (chosen.length < size) chosen.push(item);
    else {
      const place = random.integer(seen);
      if (place < size) chosen[place] = item;
    }
  }
  return chosen;
}

function write(options: {
  readonly random: Random;
  readonly emit: Emit;
  readonly conversation_id: string;
  readonly customer: Customer;
  readonly topic: string;
  readonly startMs: number;
  readonly rating: number | undefined;
  readonly byModel: boolean;
}): void {
  const { random, emit, conversation_id, customer, topic, startMs, rating, byModel } = options;
  const shared = { conversation_id, customer_id: customer.id, language: 'en' };
  const texts = topicTexts[topic];
  let atMs = startMs;
  emit(atMs, 'conversation.started', { ...shared, author_role: 'customer' }, customer.id);
  const exchanges = 1 + drawPoisson(random, 0.8);
  for (let n = 0; n < exchanges * 2; n += 1) {
    const asks = n % 2 === 0;
    atMs += 1_000 + random.integer(asks ? 60_000 : byModel ? 8_000 : 600_000);
    emit(
      atMs,
      'message.sent',
      {
        ...shared,
        message_id: `${conversation_id}-${n + 1}`,
        author_role: asks ? 'customer' : byModel ? 'assistant' : 'agent',
        text: pickOne(random, (asks ? texts?.customer : texts?.answer) ?? [], ''),
        ...(asks || !byModel ? {} : { model }),
      },
      customer.id,
    );
  }
  emit(
    atMs + 30_000,
    'conversation.closed',
    {
      ...shared,
      author_role: byModel ? 'assistant' : 'agent',
      ...(rating === undefined ? {} : { rating }),
    },
    customer.id,
  );
}
