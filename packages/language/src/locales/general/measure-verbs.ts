import type { QuestionLanguage } from '../locale.js';

/** A verb that people say where a measure has a noun. */
export interface MeasureVerb {
  /** What it measures: the first of these that the catalogue has a metric for, in English. */
  readonly measures: readonly string[];
  /** Its forms, folded, divided by `|`. */
  readonly forms: string;
  /** Particles one of which has to stand near it, divided by `|`; a German verb may bear it in front. */
  readonly with?: string;
  /** Said of how much money, and of nothing where a number of things is asked for. */
  readonly money?: boolean;
  /** Said only where an amount is asked for in so many words: "how much". */
  readonly amount?: boolean;
  /** Said only where a number is asked for: "how many people bought". */
  readonly counted?: boolean;
  /** Nouns and pronouns one of which has to be in the question, divided by `|`. */
  readonly beside?: string;
  /** Measures beside which the verb says nothing of its own. */
  readonly light?: boolean;
  /** Measures named beside it that it stands for together with them: "orders cancelled". */
  readonly turns?: readonly string[];
}

const people =
  'people|persons|customers|shoppers|visitors|users|anyone|everyone|folks|clients|buyers|they|who';
const leute =
  'leute|menschen|personen|kunden|kundinnen|besucher|nutzer|kaufer|jemand|wer|interessenten';
const places = 'site|website|shop|store|page|webshop|homepage|web|online|stores|shops|us|internet';
const orte =
  'seite|website|webseite|shop|laden|onlineshop|webshop|homepage|filiale|geschaft|internet|uns';

/** English and German verbs that people say where a measure has a noun. */
export const measureVerbs: Readonly<Partial<Record<QuestionLanguage, readonly MeasureVerb[]>>> = {
  en: [
    {
      measures: ['refund', 'return'],
      forms:
        'give|gave|given|giving|gives|pay|paid|pays|paying|hand|handed|send|sent|sending|transfer|transferred',
      with: 'back',
      turns: ['revenue', 'refund'],
    },
    {
      measures: ['refund', 'return'],
      forms: 'refund|refunded|refunding|reimburse|reimbursed',
      turns: ['revenue', 'refund'],
      money: true,
    },
    {
      measures: ['discount'],
      forms: 'give|gave|given|giving|gives',
      with: 'away',
      turns: ['revenue', 'discount'],
      money: true,
    },
    {
      measures: ['discount'],
      forms: 'knock|knocked|take|took|taken',
      with: 'off',
      turns: ['revenue', 'discount'],
      money: true,
    },
    {
      measures: ['revenue'],
      forms:
        'bring|brings|brought|bringing|pull|pulled|rake|raked|take|took|taken|taking|cash|cashed|come|came',
      with: 'in',
      money: true,
      light: true,
    },
    { measures: ['revenue'], forms: 'turn|turned|turning', with: 'over', money: true, light: true },
    {
      measures: ['revenue'],
      forms: 'ring|rang|rung|ringing',
      with: 'up',
      money: true,
      light: true,
    },
    {
      measures: ['revenue'],
      forms:
        'take|took|taken|taking|takes|make|makes|made|making|earn|earns|earned|earning|grossed|generate|generated|generating|collect|collected',
      money: true,
      light: true,
    },
    {
      measures: ['revenue'],
      forms: 'sell|sells|sold|selling',
      money: true,
      light: true,
      amount: true,
    },
    {
      measures: ['revenue'],
      forms: 'spend|spends|spent|spending',
      beside: people,
      money: true,
      turns: ['revenue'],
    },
    {
      measures: ['sign-ups', 'new customers'],
      forms: 'sign|signed|signing|signs',
      with: 'up',
      turns: ['customer', 'new customers'],
    },
    {
      measures: ['sign-ups', 'new customers'],
      forms: 'join|joined|joining|joins|register|registered|registering',
      turns: ['customer', 'new customers'],
    },
    {
      measures: ['new customers'],
      forms: 'gain|gained|gaining|win|won|winning|acquire|acquired|attract|attracted',
      beside: people,
      turns: ['customer', 'new customers'],
    },
    {
      measures: ['visitors', 'visits'],
      forms: 'visit|visited|visiting|visits|browse|browsed|browsing|come|came|coming',
      beside: 'people|persons|shoppers|visitors|users|anyone|folks|who',
      turns: ['visitors', 'visits'],
    },
    {
      measures: ['visits', 'page views'],
      forms: 'visit|visited|visiting|visits|browse|browsed|browsing|view|viewed',
      turns: ['visits'],
    },
    {
      measures: ['visits'],
      forms: 'come|came|coming|comes|drop|dropped|stop|stopped|land|landed|stay|stayed',
      with: 'by|to|on|onto|over',
      beside: places,
    },
    {
      measures: ['cancellation'],
      forms: 'cancel|cancels|canceled|cancelled|canceling|cancelling',
      turns: ['order', 'cancellation'],
    },
    {
      measures: ['customer'],
      counted: true,
      forms: 'buy|buys|bought|buying|purchase|purchased|order|ordered|shop|shopped|shopping',
      beside: people,
      turns: ['customer', 'new customers', 'returning customers'],
      light: true,
    },
    // said of a measure that is named, and of none by themselves
    {
      measures: [],
      forms:
        'owe|owed|owes|owing|pay|paid|pays|paying|charge|charged|shift|shifted|move|moved|receive|received|book|booked|record|recorded|worth|spend|spent|shaping|looking',
      light: true,
    },
    // money is lost to these; who is lost is another question
    {
      measures: [],
      forms: 'lose|lost|losing',
      turns: ['refund', 'discount', 'cancellation', 'cancelled amount', 'cost', 'shipping'],
    },
    {
      measures: ['stock'],
      forms: 'left|remaining|remain|remains',
      turns: ['stock', 'units'],
    },
  ],
  de: [
    {
      measures: ['refund', 'return'],
      forms:
        'zuruckzahlen|zuruckgezahlt|zuruckbezahlt|zuruckgeben|zuruckgegeben|zuruckerstattet|zuruckerstatten|zuruckuberwiesen|zuruckzahlten|erstatten|erstattet|erstatteten|ruckerstattet|ruckvergutet|vergutet',
      turns: ['revenue', 'refund'],
    },
    {
      measures: ['refund', 'return'],
      forms: 'zahlen|zahlten|zahlt|gaben|geben|gibt|uberwiesen',
      with: 'zuruck',
      turns: ['revenue', 'refund'],
    },
    {
      measures: ['revenue'],
      forms:
        'einnehmen|eingenommen|einnahmen|verdienen|verdient|verdienten|umsetzen|umgesetzt|umsetzten|erlost|erlosen|erwirtschaften|erwirtschaftet|eingespielt|einspielen|eingebracht|reingeholt|kassieren|kassiert|kassierten|gemacht|machen|machten|verkauft|verkaufen|verkauften|erzielt|erzielen|erzielten|reingekommen|hereingekommen|rausgeholt|erhalten',
      money: true,
      light: true,
    },
    {
      measures: ['revenue'],
      forms: 'nahmen|nehmen|nimmt|brachten|bringen|brachte|bringt|spielten|kam|kommt|kommen',
      with: 'ein|rein|herein',
      money: true,
      light: true,
    },
    { measures: ['revenue'], forms: 'setzten|setzen|setzt', with: 'um', money: true, light: true },
    {
      measures: ['revenue'],
      forms: 'ausgegeben|ausgeben',
      beside: leute,
      money: true,
      turns: ['revenue'],
    },
    {
      measures: ['new customers'],
      forms: 'registriert|registrierten|registrieren|angemeldet',
      turns: ['customer', 'new customers'],
    },
    {
      measures: ['new customers'],
      forms:
        'dazugekommen|hinzugekommen|dazukommen|hinzukommen|gewonnen|gewinnen|gewannen|dazugewonnen|hinzugewonnen',
      beside: leute,
      turns: ['customer', 'new customers'],
    },
    {
      measures: ['new customers'],
      forms: 'kamen|kommen|kommt|kam|meldeten|melden',
      with: 'dazu|hinzu|an',
      beside: leute,
      turns: ['customer', 'new customers'],
    },
    {
      measures: ['visitors', 'visits'],
      forms: 'besucht|besuchen|besuchten|besuchte|vorbeigeschaut|vorbeigekommen',
      beside: 'leute|menschen|personen|besucher|nutzer|wer',
      turns: ['visitors', 'visits'],
    },
    {
      measures: ['visits', 'page views'],
      forms:
        'besucht|besuchen|besuchten|besuchte|vorbeigeschaut|vorbeigekommen|vorbeischauen|gesurft',
      turns: ['visits'],
    },
    {
      measures: ['visits'],
      forms: 'waren|war|kamen|kommen|schauten|gekommen',
      with: 'auf|vorbei|rein|herein',
      beside: 'seite|website|webseite|homepage|onlineshop|webshop',
    },
    {
      measures: ['cancellation'],
      forms: 'storniert|stornierten|stornieren|widerrufen|stornierte',
      turns: ['order', 'cancellation'],
    },
    {
      measures: ['customer'],
      counted: true,
      forms:
        'kaufen|kauften|kauft|gekauft|einkaufen|eingekauft|bestellen|bestellten|bestellt|shoppen|geshoppt',
      beside: leute,
      turns: ['customer', 'new customers', 'returning customers'],
      light: true,
    },
    {
      measures: [],
      forms:
        'schulden|zahlen|zahlten|bezahlt|bezahlen|gezahlt|abgefuhrt|verbucht|gebucht|abgesetzt|losgeworden|rausgegangen|ausgeben|ausgegeben|gewahrt|gegeben',
      light: true,
    },
    // money is lost to these; who is lost is another question
    {
      measures: [],
      forms: 'verlieren|verloren|verlor',
      turns: ['refund', 'discount', 'cancellation', 'cancelled amount', 'cost', 'shipping'],
    },
    {
      measures: ['stock'],
      forms: 'ubrig|vorratig|lagernd|verbleiben|ubriggeblieben',
      turns: ['stock', 'units'],
    },
  ],
};

/** The places and people of visits, which say nothing more beside the measure. */
export const visited: ReadonlySet<string> = new Set(`${places}|${orte}`.split('|'));

/** Those who do something. */
export const actors: ReadonlySet<string> = new Set(`${people}|${leute}`.split('|'));
