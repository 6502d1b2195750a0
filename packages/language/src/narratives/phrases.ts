import type { PluralForms } from './facts.js';

/**
 * The sentences of one language. Names in braces are filled in; metric and member names come
 * with the facts, so templates put them where no case, gender or verb has to agree with them.
 */
export interface NarrativePhrases {
  readonly value: string;
  readonly more: string;
  readonly less: string;
  /** As `more` and `less`, when there is no ratio because the earlier value is 0 or a ratio. */
  readonly moreBy: string;
  readonly lessBy: string;
  readonly same: string;
  readonly members: string;
  readonly extremes: string;
  readonly above: string;
  readonly below: string;
  readonly within: string;
  readonly change: string;
  readonly contributions: string;
  readonly against: string;
  /** What the members not named add up to, by plural category of {count}. */
  readonly others: PluralForms;
  /** The part of the change that no member given accounts for. */
  readonly unlisted: string;
  /** Says that contributions are arithmetic. */
  readonly notCausal: string;
  readonly forecast: string;
  readonly points: PluralForms;
}

const en: NarrativePhrases = {
  value: '{metric}, {period}: {current}.',
  more: 'Compared with {earlier} ({previous}): {ratio} ({change}) more.',
  less: 'Compared with {earlier} ({previous}): {ratio} ({change}) less.',
  moreBy: 'Compared with {earlier} ({previous}): {change} more.',
  lessBy: 'Compared with {earlier} ({previous}): {change} less.',
  same: 'Compared with {earlier} ({previous}): unchanged.',
  members: 'Largest: {items}.',
  extremes: 'Highest: {high} ({highest}); lowest: {low} ({lowest}).',
  above:
    '{metric}, {period}: {actual}, above the expected range of {low} to {high} (expected: {expected}).',
  below:
    '{metric}, {period}: {actual}, below the expected range of {low} to {high} (expected: {expected}).',
  within:
    '{metric}, {period}: {actual}, within the expected range of {low} to {high} (expected: {expected}).',
  change: '{metric}: change of {change} from {earlier} to {period}.',
  contributions: 'Largest contributions by {dimension}: {items}.',
  against: 'In the opposite direction: {items}.',
  others: {
    one: 'The remaining value comes to {sum}.',
    other: 'The remaining {count} values come to {sum}.',
  },
  unlisted: 'Not in these values: {rest}.',
  notCausal: 'Contributions are arithmetic parts of the change and do not show what caused it.',
  forecast: '{metric}, forecast for {period}: {forecast} ({level} interval: {low} to {high}).',
  points: { one: 'percentage point', other: 'percentage points' },
};

const de: NarrativePhrases = {
  value: '{metric}, {period}: {current}.',
  more: 'Gegenüber {earlier} ({previous}): {ratio} ({change}) mehr.',
  less: 'Gegenüber {earlier} ({previous}): {ratio} ({change}) weniger.',
  moreBy: 'Gegenüber {earlier} ({previous}): {change} mehr.',
  lessBy: 'Gegenüber {earlier} ({previous}): {change} weniger.',
  same: 'Gegenüber {earlier} ({previous}): unverändert.',
  members: 'Am größten: {items}.',
  extremes: 'Höchster Wert: {high} ({highest}); niedrigster Wert: {low} ({lowest}).',
  above:
    '{metric}, {period}: {actual}, über dem erwarteten Bereich von {low} bis {high} (erwartet: {expected}).',
  below:
    '{metric}, {period}: {actual}, unter dem erwarteten Bereich von {low} bis {high} (erwartet: {expected}).',
  within:
    '{metric}, {period}: {actual}, im erwarteten Bereich von {low} bis {high} (erwartet: {expected}).',
  change: '{metric}: Veränderung um {change} ({earlier} → {period}).',
  contributions: 'Größte Beiträge nach {dimension}: {items}.',
  against: 'In die Gegenrichtung: {items}.',
  others: {
    one: 'Der übrige Wert ergibt {sum}.',
    other: 'Die übrigen {count} Werte ergeben {sum}.',
  },
  unlisted: 'Nicht in diesen Werten enthalten: {rest}.',
  notCausal:
    'Beiträge sind rechnerische Anteile an der Veränderung und zeigen nicht, was sie verursacht hat.',
  forecast: '{metric}, Prognose für {period}: {forecast} ({level}-Intervall: {low} bis {high}).',
  points: { one: 'Prozentpunkt', other: 'Prozentpunkte' },
};

const fr: NarrativePhrases = {
  value: '{metric}, {period} : {current}.',
  more: 'Par rapport à {earlier} ({previous}) : {ratio} ({change}) de plus.',
  less: 'Par rapport à {earlier} ({previous}) : {ratio} ({change}) de moins.',
  moreBy: 'Par rapport à {earlier} ({previous}) : {change} de plus.',
  lessBy: 'Par rapport à {earlier} ({previous}) : {change} de moins.',
  same: 'Par rapport à {earlier} ({previous}) : sans changement.',
  members: 'Les plus importants : {items}.',
  extremes: 'Maximum : {high} ({highest}) ; minimum : {low} ({lowest}).',
  above:
    '{metric}, {period} : {actual}, au-dessus de la plage attendue de {low} à {high} (attendu : {expected}).',
  below:
    '{metric}, {period} : {actual}, au-dessous de la plage attendue de {low} à {high} (attendu : {expected}).',
  within:
    '{metric}, {period} : {actual}, dans la plage attendue de {low} à {high} (attendu : {expected}).',
  change: '{metric} : variation de {change} ({earlier} → {period}).',
  contributions: 'Principales contributions par {dimension} : {items}.',
  against: 'En sens inverse : {items}.',
  others: {
    one: 'L’autre valeur représente {sum}.',
    other: 'Les {count} autres valeurs représentent {sum}.',
  },
  unlisted: 'Hors de ces valeurs : {rest}.',
  notCausal:
    'Les contributions sont des parts arithmétiques de la variation et n’en montrent pas la cause.',
  forecast:
    '{metric}, prévision pour {period} : {forecast} (intervalle à {level} : de {low} à {high}).',
  points: { one: 'point de pourcentage', other: 'points de pourcentage' },
};

const es: NarrativePhrases = {
  value: '{metric}, {period}: {current}.',
  more: 'En comparación con {earlier} ({previous}): {ratio} ({change}) más.',
  less: 'En comparación con {earlier} ({previous}): {ratio} ({change}) menos.',
  moreBy: 'En comparación con {earlier} ({previous}): {change} más.',
  lessBy: 'En comparación con {earlier} ({previous}): {change} menos.',
  same: 'En comparación con {earlier} ({previous}): sin cambios.',
  members: 'Mayores: {items}.',
  extremes: 'Máximo: {high} ({highest}); mínimo: {low} ({lowest}).',
  above:
    '{metric}, {period}: {actual}, por encima del rango esperado de {low} a {high} (esperado: {expected}).',
  below:
    '{metric}, {period}: {actual}, por debajo del rango esperado de {low} a {high} (esperado: {expected}).',
  within:
    '{metric}, {period}: {actual}, dentro del rango esperado de {low} a {high} (esperado: {expected}).',
  change: '{metric}: variación de {change} ({earlier} → {period}).',
  contributions: 'Mayores contribuciones por {dimension}: {items}.',
  against: 'En sentido contrario: {items}.',
  others: {
    one: 'El valor restante suma {sum}.',
    other: 'Los {count} valores restantes suman {sum}.',
  },
  unlisted: 'Fuera de estos valores: {rest}.',
  notCausal:
    'Las contribuciones son partes aritméticas de la variación y no muestran qué la causó.',
  forecast:
    '{metric}, previsión para {period}: {forecast} (intervalo del {level}: de {low} a {high}).',
  points: { one: 'punto porcentual', other: 'puntos porcentuales' },
};

const pt: NarrativePhrases = {
  value: '{metric}, {period}: {current}.',
  more: 'Em comparação com {earlier} ({previous}): {ratio} ({change}) a mais.',
  less: 'Em comparação com {earlier} ({previous}): {ratio} ({change}) a menos.',
  moreBy: 'Em comparação com {earlier} ({previous}): {change} a mais.',
  lessBy: 'Em comparação com {earlier} ({previous}): {change} a menos.',
  same: 'Em comparação com {earlier} ({previous}): sem alteração.',
  members: 'Maiores: {items}.',
  extremes: 'Máximo: {high} ({highest}); mínimo: {low} ({lowest}).',
  above:
    '{metric}, {period}: {actual}, acima do intervalo esperado de {low} a {high} (esperado: {expected}).',
  below:
    '{metric}, {period}: {actual}, abaixo do intervalo esperado de {low} a {high} (esperado: {expected}).',
  within:
    '{metric}, {period}: {actual}, dentro do intervalo esperado de {low} a {high} (esperado: {expected}).',
  change: '{metric}: variação de {change} ({earlier} → {period}).',
  contributions: 'Maiores contribuições por {dimension}: {items}.',
  against: 'Em sentido contrário: {items}.',
  others: {
    one: 'O valor restante soma {sum}.',
    other: 'Os {count} valores restantes somam {sum}.',
  },
  unlisted: 'Fora destes valores: {rest}.',
  notCausal: 'As contribuições são partes aritméticas da variação e não mostram o que a causou.',
  forecast:
    '{metric}, previsão para {period}: {forecast} (intervalo de {level}: de {low} a {high}).',
  points: { one: 'ponto percentual', other: 'pontos percentuais' },
};

const it: NarrativePhrases = {
  value: '{metric}, {period}: {current}.',
  more: 'Rispetto a {earlier} ({previous}): {ratio} ({change}) in più.',
  less: 'Rispetto a {earlier} ({previous}): {ratio} ({change}) in meno.',
  moreBy: 'Rispetto a {earlier} ({previous}): {change} in più.',
  lessBy: 'Rispetto a {earlier} ({previous}): {change} in meno.',
  same: 'Rispetto a {earlier} ({previous}): nessuna variazione.',
  members: 'I maggiori: {items}.',
  extremes: 'Massimo: {high} ({highest}); minimo: {low} ({lowest}).',
  above:
    '{metric}, {period}: {actual}, sopra l’intervallo atteso da {low} a {high} (atteso: {expected}).',
  below:
    '{metric}, {period}: {actual}, sotto l’intervallo atteso da {low} a {high} (atteso: {expected}).',
  within:
    '{metric}, {period}: {actual}, nell’intervallo atteso da {low} a {high} (atteso: {expected}).',
  change: '{metric}: variazione di {change} ({earlier} → {period}).',
  contributions: 'Contributi maggiori per {dimension}: {items}.',
  against: 'In senso opposto: {items}.',
  others: {
    one: 'Il valore restante ammonta a {sum}.',
    other: 'I restanti {count} valori ammontano a {sum}.',
  },
  unlisted: 'Al di fuori di questi valori: {rest}.',
  notCausal:
    'I contributi sono parti aritmetiche della variazione e non mostrano che cosa l’ha causata.',
  forecast:
    '{metric}, previsione per {period}: {forecast} (intervallo al {level}: da {low} a {high}).',
  points: { one: 'punto percentuale', other: 'punti percentuali' },
};

const nl: NarrativePhrases = {
  value: '{metric}, {period}: {current}.',
  more: 'Vergeleken met {earlier} ({previous}): {ratio} ({change}) meer.',
  less: 'Vergeleken met {earlier} ({previous}): {ratio} ({change}) minder.',
  moreBy: 'Vergeleken met {earlier} ({previous}): {change} meer.',
  lessBy: 'Vergeleken met {earlier} ({previous}): {change} minder.',
  same: 'Vergeleken met {earlier} ({previous}): ongewijzigd.',
  members: 'Grootste: {items}.',
  extremes: 'Hoogste: {high} ({highest}); laagste: {low} ({lowest}).',
  above:
    '{metric}, {period}: {actual}, boven de verwachte bandbreedte van {low} tot {high} (verwacht: {expected}).',
  below:
    '{metric}, {period}: {actual}, onder de verwachte bandbreedte van {low} tot {high} (verwacht: {expected}).',
  within:
    '{metric}, {period}: {actual}, binnen de verwachte bandbreedte van {low} tot {high} (verwacht: {expected}).',
  change: '{metric}: verandering van {change} ({earlier} → {period}).',
  contributions: 'Grootste bijdragen per {dimension}: {items}.',
  against: 'In tegengestelde richting: {items}.',
  others: {
    one: 'De overige waarde komt uit op {sum}.',
    other: 'De overige {count} waarden komen uit op {sum}.',
  },
  unlisted: 'Niet in deze waarden: {rest}.',
  notCausal:
    'Bijdragen zijn rekenkundige delen van de verandering en laten niet zien wat die heeft veroorzaakt.',
  forecast: '{metric}, prognose voor {period}: {forecast} ({level}-interval: {low} tot {high}).',
  points: { one: 'procentpunt', other: 'procentpunten' },
};

const PHRASES: Readonly<Record<string, NarrativePhrases>> = { en, de, fr, es, pt, it, nl };

/** The sentences of a locale's language, if it is one of the seven. */
export function narrativePhrases(locale: string): NarrativePhrases | undefined {
  const language = locale.split('-')[0]?.toLowerCase() ?? '';
  return Object.hasOwn(PHRASES, language) ? PHRASES[language] : undefined;
}
