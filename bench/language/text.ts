import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  analyseSentiment,
  corpusBleu,
  findPersonalData,
  fitTopics,
  identifyLanguage,
  sentenceChrf,
  sentenceTer,
  type TopicModel,
  type TranslationMeasure,
} from '@olympus/language';
import { type Dialogue, readDialogues } from './dialogues.js';
import { FRESH_SENTENCES, JUDGED_SENTENCES, type JudgedSentence } from './judged-texts.js';
import { cpuTime, parseCsv, sharedDataFolder } from './shared-data.js';

/**
 * Text analytics: language of short questions, sentiment of judged sentences, topics against
 * known themes, personal data against marked phone numbers and addresses, translation measures
 * against sacreBLEU's reference cases.
 */
export async function run(): Promise<void> {
  languages();
  sentiments('known sentences', JUDGED_SENTENCES);
  sentiments('fresh sentences', FRESH_SENTENCES);
  const dialogues = readDialogues(20);
  if (dialogues.length === 0) console.log('text  dialogues absent (OLYMPUS_SHARED_DATA): skipped');
  else {
    longTopics(dialogues);
    personalData(dialogues);
  }
  shortTopics();
  translations();
}

function languages(): void {
  const texts = ['shop', 'restaurant', 'subscription'].flatMap((name) => {
    const path = new URL(`./questions/${name}.json`, import.meta.url);
    const parsed: { questions: readonly (readonly unknown[])[] } = JSON.parse(
      readFileSync(path, 'utf8'),
    );
    return parsed.questions.flatMap(([language, kind, text]) =>
      typeof language === 'string' && typeof text === 'string' && kind !== 'hostile'
        ? [{ language, text }]
        : [],
    );
  });
  const found = cpuTime(() => texts.map(({ text }) => identifyLanguage(text)));
  const right = found.value.filter(
    (one, i) => one.kind === 'language' && one.language === texts[i]?.language,
  ).length;
  print('language of short questions, right', right / texts.length, `${texts.length} texts`);
  print('language, ms a text (CPU)', found.ms / texts.length);
  const sentences = [...JUDGED_SENTENCES, ...FRESH_SENTENCES];
  const sentencesRight = sentences.filter(({ text, language }) => {
    const one = identifyLanguage(text);
    return one.kind === 'language' && one.language === language;
  }).length;
  print(
    'language of sentences, right',
    sentencesRight / sentences.length,
    `${sentences.length} sentences`,
  );
}

function sentiments(name: string, sentences: readonly JudgedSentence[]): void {
  const count = sentences.length;
  const found = cpuTime(() => sentences.map(({ text }) => analyseSentiment(text)));
  let right = 0;
  let opposite = 0;
  found.value.forEach((one, i) => {
    const wanted = sentences[i]?.polarity;
    if (one.kind === 'undefined') return;
    if (one.polarity === wanted) right++;
    const sides = [one.polarity, wanted].sort().join(' ');
    if (sides === 'negative positive') opposite++;
  });
  print(`sentiment of ${name}, right polarity of three`, right / count, `${count} sentences`);
  print(`sentiment of ${name}, opposite polarity`, opposite / count);
  print(`sentiment of ${name}, ms a text (CPU)`, found.ms / count);
}

function longTopics(dialogues: readonly Dialogue[]): void {
  const single = dialogues.filter(({ services }) => services.length === 1);
  const texts = single.map(({ turns }) => turns.map((turn) => turn.utterance).join(' '));
  const themes = numbered(single.map(({ services }) => (services[0] ?? '').replace(/_\d+$/, '')));
  topics('topics of dialogues', texts, themes);
}

function shortTopics(): void {
  const folder = sharedDataFolder('banking77');
  if (folder === undefined) return;
  const rows = parseCsv(readFileSync(join(folder, 'test.csv'), 'utf8'));
  const texts = rows.map(([text]) => text ?? '');
  topics('topics of questions', texts, numbered(rows.map(([, label]) => label ?? '')));
}

function topics(name: string, texts: readonly string[], themes: readonly number[]): void {
  const count = new Set(themes).size;
  const topicsOf = (seed: number): readonly number[] => {
    const outcome = fitTopics(texts, { count, language: 'en', seed });
    if (outcome.kind === 'undefined') throw new Error(outcome.reason);
    return topicNumbers(outcome.model);
  };
  const first = cpuTime(() => topicsOf(1));
  print(`${name}: mutual information with ${count} themes`, mutualInformation(first.value, themes));
  print(`${name}: adjusted Rand index, seed 1 against 2`, randIndex(first.value, topicsOf(2)));
  print(`${name}: CPU s for ${texts.length} texts`, first.ms / 1000);
}

function topicNumbers(model: TopicModel): readonly number[] {
  return model.assignments.map((one) => (one.kind === 'topic' ? one.topic : -1));
}

function numbered(names: readonly string[]): readonly number[] {
  const numbers = new Map([...new Set(names)].map((name, number) => [name, number]));
  return names.map((name) => numbers.get(name) ?? 0);
}

function tally<T>(values: readonly T[]): readonly number[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

/** Normalised mutual information (arithmetic mean), 0 to 1. */
function mutualInformation(one: readonly number[], other: readonly number[]): number {
  const entropy = (counts: readonly number[]) =>
    counts.reduce((sum, n) => sum - (n / one.length) * Math.log(n / one.length), 0);
  const joint = entropy(tally(one.map((value, i) => `${value} ${other[i]}`)));
  const sum = entropy(tally(one)) + entropy(tally(other));
  return (2 * (sum - joint)) / sum;
}

/** Adjusted Rand index (Hubert & Arabie 1985). */
function randIndex(one: readonly number[], other: readonly number[]): number {
  const pairs = (counts: readonly number[]) =>
    counts.reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const both = pairs(tally(one.map((value, i) => `${value} ${other[i]}`)));
  const a = pairs(tally(one));
  const b = pairs(tally(other));
  const chance = (a * b) / pairs([one.length]);
  return (both - chance) / ((a + b) / 2 - chance);
}

function personalData(dialogues: readonly Dialogue[]): void {
  const turns = dialogues.flatMap((dialogue) => dialogue.turns);
  const marked = { phone: 0, address: 0 };
  const caught = { phone: 0, address: 0 };
  let strayPhones = 0;
  const search = cpuTime(() => turns.map((turn) => findPersonalData(turn.utterance)));
  turns.forEach((turn, i) => {
    const found = search.value[i] ?? [];
    const slots = turn.frames.flatMap((frame) => frame.slots);
    const phones = slots.filter(({ slot }) => slot === 'phone_number');
    for (const { slot, start, exclusive_end: end } of slots) {
      if (start === undefined || end === undefined) continue;
      const isAddress = /address/.test(slot) && /\d/.test(turn.utterance.slice(start, end));
      const kind = slot === 'phone_number' ? 'phone' : isAddress ? 'address' : undefined;
      if (kind === undefined) continue;
      marked[kind]++;
      if (found.some((span) => span.kind === kind && span.from < end && span.to > start)) {
        caught[kind]++;
      }
    }
    if (phones.length === 0) strayPhones += found.filter(({ kind }) => kind === 'phone').length;
  });
  const characters = turns.reduce((sum, turn) => sum + turn.utterance.length, 0);
  print('personal data: phones found', caught.phone / marked.phone, `of ${marked.phone}`);
  print('personal data: phones where none is', strayPhones, `in ${turns.length} utterances`);
  print('personal data: addresses found', caught.address / marked.address, `of ${marked.address}`);
  print('personal data: CPU ms for 1,000 characters', (search.ms * 1000) / characters);
}

function translations(): void {
  const bleu = corpusBleu([
    {
      hypothesis: 'The dog bit the man.',
      references: ['The dog bit the man.', 'The dog had bit the man.'],
    },
    {
      hypothesis: "It wasn't surprising.",
      references: ['It was not unexpected.', 'No one was surprised.'],
    },
    {
      hypothesis: 'The man had just bitten him.',
      references: ['The man bit him first.', 'The man had bitten the dog.'],
    },
  ]);
  const chrf = sentenceChrf(
    'Co nás nejvíc trápí, protože lékaři si vybírají, kdo bude žít a kdo zemře.',
    ['Nejvíce smutní jsme z toho, že musíme rozhodovat o tom, kdo bude žít a kdo zemře.'],
    { everyOrder: true },
  );
  const ter = sentenceTer('d e f g h a b c', ['a b c d e f g h']);
  printExact('BLEU of the reference case', bleu, '48.530827');
  printExact('chrF of the reference case', chrf, '39.14078509');
  printExact('TER of the reference case', ter, '12.5');
}

function printExact(name: string, measure: TranslationMeasure, expected: string): void {
  const shown = measure.kind === 'value' ? measure.value.toFixed(8) : measure.reason;
  console.log(`text  ${name.padEnd(58)} ${shown.padStart(12)}  = ${expected}`);
}

function print(name: string, value: number, note = ''): void {
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(4);
  console.log(`text  ${name.padEnd(58)} ${shown.padStart(12)}  ${note}`);
}
