export {
  createTopicReader,
  fitTopics,
  type Topic,
  type TopicAssignment,
  type TopicModel,
  type TopicOptions,
  type TopicOutcome,
} from './fit-topics.js';
export { matchTopics, type TopicMatches } from './match-topics.js';
export type { TermSpace } from './term-space.js';
export type { TopicTerm } from './topic-labels.js';
export {
  type DatedText,
  type NewTopicAlarm,
  type TopicSeries,
  type TopicTimeline,
  trackTopics,
} from './topics-over-time.js';
