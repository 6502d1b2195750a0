/** A language and how likely it is. */
export interface LanguageCandidate {
  /** BCP 47 code; 'und' for a writing system without a language of its own here. */
  readonly language: string;
  readonly probability: number;
}
