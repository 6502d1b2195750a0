import type { QuestionLanguage } from '../locale.js';
import type { StudyWords } from '../studies/study-words.js';

/** Everyday words of studies, beside those of their own lists. */
export const everydayStudies: Readonly<Partial<Record<QuestionLanguage, StudyWords['cues']>>> = {
  en: {
    who: 'everyone|everybody|anyone|anybody who?; regulars; one_off|one_time|single_purchase customers|buyers|shoppers; do|did|does|will|would our? customers|buyers|people|clients|shoppers come|came|ever_come back',
    back: 'do|did|does|will|would our? customers|buyers|people|clients|shoppers come|came|ever_come back; came|comes|come again',
    first: 'we won|gained|acquired|signed; won|gained|acquired',
    denied: 'havent|hasnt|hadnt|didnt|dont|doesnt|wont|wasnt|werent',
    interval:
      'how long|many_days|much_time does|did it usually|typically|normally|generally|on_average? take until|till|to|for|before the|a? second|2nd|next|another|repeat',
    once: 'one and done; one_off|one_time|single_purchase customers|buyers|shoppers',
    together:
      'most? common|frequent|popular|typical pairs|pair|combinations|combos in|within a|an|the? basket|baskets|cart|carts|order|orders; pairs in a|an|the? basket|cart|order; most? common|frequent|popular pairs|combos|combinations; product|item pairs',
    next: 'still? end|ends|ended|ending up; still? go|goes|went on to; eventually',
    rfm: 'rfm breakdown|overview|analysis|table|groups|split|matrix|report|segmentation',
    discount: 'promo|promotion|promotional code|codes; a promo|promotional code',
    goal: 'goal|target figure|value|number',
    mute: 'ran|run|runs|running into; after their|the|a first order|purchase|buy; i mean; pls|plz|kindly|please; a quick; at all; as a list; actually|just|usually|typically|normally|basically|really; by any chance; overview of',
  },
  de: {
    who: 'alle_die|alle_welche|diejenigen',
    first: 'gewonnen|gewonnenen|neu_gewonnen|neu_gewonnenen',
    interval:
      'wie lange|viele_tage|viel_zeit dauert|vergeht|vergehen es|typischerweise|normalerweise|üblicherweise|im_schnitt|meist? bis zur|zum zweiten|nächsten bestellung|kauf|einkauf?',
    together:
      'häufigste|häufigsten|beliebteste|beliebtesten|typische|typischen paare|kombinationen im|in_einem? warenkorb?; zusammen|gemeinsam gekaufte|gekauften; paare im warenkorb',
    next: 'letztlich|letztendlich|trotzdem; am ende doch?',
    rfm: 'rfm übersicht|aufteilung|analyse|tabelle|segmente|auswertung',
    mute: 'bitte; als liste|übersicht|tabelle; eigentlich|eben|halt|denn|schon|mal|normalerweise|üblicherweise|tatsächlich|überhaupt; ich meine; bisher',
  },
};
