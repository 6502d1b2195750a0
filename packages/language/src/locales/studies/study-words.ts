/** The words that questions beyond metrics by groups and time are built with. */
export type StudyCue =
  /** Whoever does something: customers, people, visitors. */
  | 'who'
  | 'visitors'
  | 'list'
  | 'count'
  | 'first'
  | 'again'
  | 'once'
  | 'back'
  | 'denied'
  | 'interval'
  | 'rate'
  | 'within'
  | 'retention'
  | 'cohort_table'
  | 'lost'
  | 'funnel'
  | 'leaving'
  | 'conversion'
  | 'from'
  | 'to'
  | 'but'
  | 'next'
  | 'after'
  | 'where'
  | 'of_all'
  | 'spending'
  | 'times'
  | 'silence'
  | 'discount'
  | 'behind'
  | 'latest'
  | 'together'
  | 'goal'
  | 'standing'
  | 'segments'
  | 'rfm'
  /** Says nothing of its own beside what else is asked. */
  | 'mute';

/** A word of studies as it stands among the other words that a question is built with. */
export type StudyMark = `study:${StudyCue}`;

/** The words of studies in one language. */
export interface StudyWords {
  /** Patterns, as `compilePatterns` reads them. */
  readonly cues: Readonly<Partial<Record<StudyCue, string>>>;
  /** Words that say nothing elsewhere, but something here: never passed over. Divided by spaces. */
  readonly heavy: string;
}
