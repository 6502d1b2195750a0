import type { CatalogueMetric } from '../../linking/index.js';
import { fold } from '../../text/index.js';
import type { RankSlot } from '../reading/reading.js';

/** What nobody wants more of, by its name; a catalogue that tells polarity is not guessed about. */
const harmful =
  /cancel|complain|refund|\breturn(?:s|ed)\b|no.?shows?\b|churn|waste|delay|late\b|defect|claim|damage|rework|comeback|unsubscri|bounce|fail|loss|\blost\b|\bcosts?\b|fees?\b|expens|stor(?:no|nier)|beschwer|reklam|erstatt|retour|ruck(?:laufer|gabe)|remittend|kundig|abmeld|ausfall|verlust|kosten|gebuhr|nacharbeit|annul|rembours|plainte|\bcout|queja|devoluc|rimbors|klacht/;
/** Units and names of how long something takes. */
const duration = /^(?:days?|hours?|minutes?|seconds?|h|min|s|tage|stunden|minuten)$/;
const waiting =
  /wait|delivery|transit|lead|response|resolution|processing|handling|time to|wart|liefer|laufzeit|antwort|bearbeit|dauer bis/;

/** The order that "worst" and "slowest" ask for: of what is bad in itself, the most is the worst. */
export function judgedDirection(
  { direction, judged = false }: RankSlot,
  metric: CatalogueMetric | undefined,
): RankSlot['direction'] {
  if (!judged || metric === undefined || !isHarmful(metric)) return direction;
  return direction === 'asc' ? 'desc' : 'asc';
}

function isHarmful({ label, name, unit = '', polarity }: CatalogueMetric): boolean {
  if (polarity !== undefined) return polarity === 'down_good';
  const words = fold(`${label} ${name.replace(/[._]/g, ' ')}`);
  return harmful.test(words) || (duration.test(fold(unit)) && waiting.test(words));
}
