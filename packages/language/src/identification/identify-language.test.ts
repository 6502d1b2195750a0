import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifyLanguage } from './index.js';

function languageOf(text: string, expected?: string): string {
  const found = identifyLanguage(text, expected === undefined ? {} : { expected });
  return found.kind === 'language' ? found.language : found.kind;
}

const SENTENCES: readonly (readonly [string, string])[] = [
  ['en', 'My parcel never arrived and nobody answers my emails.'],
  ['en', 'Which suppliers delivered late in spring?'],
  ['de', 'Die Jacke ist mir leider zu klein, ich möchte sie umtauschen.'],
  ['de', 'Welche Lieferanten waren im Frühjahr unpünktlich?'],
  ['fr', 'La taille ne convient pas, puis-je échanger le pull ?'],
  ['fr', 'Quels fournisseurs ont livré en retard au printemps ?'],
  ['es', 'El color no es el de la foto y quiero devolverlo.'],
  ['es', '¿Qué proveedores entregaron tarde en primavera?'],
  ['pt', 'O tamanho não serve, gostaria de trocar a camisola.'],
  ['pt', 'Quais fornecedores entregaram com atraso na primavera?'],
  ['it', 'La giacca è troppo stretta, vorrei cambiarla con una più grande.'],
  ['it', 'Quali fornitori hanno consegnato in ritardo in primavera?'],
  ['nl', 'De jas is te klein, ik zou hem graag willen ruilen.'],
  ['nl', 'Welke leveranciers leverden dit voorjaar te laat?'],
  ['ja', '先月の売上はいくらですか'],
  ['ja', '商品別売上一覧'],
  ['zh', '上个月的销售额是多少'],
  ['zh', '我的包裹还没有到'],
];

describe('identifying a language', () => {
  it.each(SENTENCES)('finds %s in "%s"', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it.each([
    ['da', 'Hvorfor er min pakke ikke blevet leveret endnu?'],
    ['sv', 'Varför har mitt paket inte kommit ännu?'],
    ['pl', 'Dlaczego moja paczka jeszcze nie przyszła?'],
    ['ca', 'Per què encara no ha arribat el meu paquet?'],
    ['ko', '지난달 매출은 얼마입니까'],
    ['ru', 'Какая выручка была в прошлом месяце?'],
  ])('names %s as another language instead of taking it for a neighbour', (language, text) => {
    const found = identifyLanguage(text);
    expect(found.kind).toBe('other');
    expect(found.kind === 'other' && found.likely).toBe(language);
  });

  it('leans towards the expected language only when the text does not tell', () => {
    expect(languageOf('Madrid', 'de')).toBe('de');
    expect(languageOf('Madrid', 'fr')).toBe('fr');
    expect(languageOf('why are the orders late', 'de')).toBe('en');
  });

  it('is less sure of one word than of a sentence', () => {
    const word = identifyLanguage('total');
    const sentence = identifyLanguage('what was the total of all orders last week');
    if (word.kind === 'undefined' || sentence.kind === 'undefined') throw new Error('no letters');
    expect(word.confidence).toBeLessThan(sentence.confidence);
  });

  it('goes by the main script of a mixed text', () => {
    expect(languageOf('请问 DHL 什么时候送到')).toBe('zh');
    expect(languageOf('the sign says 出口, what does it mean in English please')).toBe('en');
  });

  it('says that there is no language without letters', () => {
    for (const text of ['', '12.50 €', '🦄 🦄', '…!?']) {
      expect(identifyLanguage(text)).toEqual({ kind: 'undefined', reason: 'no_letters' });
    }
  });

  it('gives probabilities for any text within bounded time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const found = identifyLanguage(text);
        if (found.kind === 'undefined') return;
        expect(found.confidence).toBeGreaterThan(0);
        expect(found.confidence).toBeLessThanOrEqual(1);
      }),
    );
    const started = process.cpuUsage().user;
    identifyLanguage('ab'.repeat(50_000));
    identifyLanguage('a b '.repeat(25_000));
    expect(process.cpuUsage().user - started).toBeLessThan(1_000_000);
  });
});
