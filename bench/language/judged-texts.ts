/** A customer's text with its language and what a person says of it. */
export interface JudgedSentence {
  readonly language: string;
  readonly polarity: 'positive' | 'negative' | 'neutral';
  readonly text: string;
}

const SENTENCES: Readonly<Record<string, readonly (readonly ['+' | '-' | '0', string])[]>> = {
  en: [
    ['+', 'The mug arrived within two days and looks even nicer than in the picture.'],
    ['+', 'My daughter adores this backpack, we will order another one.'],
    ['+', 'Not a single problem in three years, worth every penny.'],
    ['+', "I can't praise the staff enough, they sorted everything out in minutes."],
    ['-', 'The zip came off after a week and nobody replies to my emails.'],
    ['-', "Don't buy this, it's not worth the money."],
    ['-', 'I was charged twice and still have not got my refund.'],
    ['-', 'The colour is nice but the seams came apart after one wash, very disappointed.'],
    ['-', 'Soup was cold and we waited an hour for the bill.'],
    ['0', 'The package contains two cables and a manual.'],
    ['0', 'Do you ship to Norway?'],
    ['0', 'I ordered the blue one in size M on Monday.'],
  ],
  de: [
    ['+', 'Die Tasse kam nach zwei Tagen an und sieht noch schöner aus als auf dem Bild.'],
    ['+', 'Meine Tochter ist begeistert von dem Rucksack.'],
    ['+', 'Überhaupt nicht kompliziert, in fünf Minuten aufgebaut. Top!'],
    ['+', 'Sehr nette Bedienung, wir kommen gerne wieder.'],
    ['-', 'Der Reißverschluss war nach einer Woche kaputt und niemand antwortet.'],
    ['-', 'Das Gerät gefällt mir überhaupt nicht.'],
    ['-', 'Mir wurde zweimal Geld abgebucht, eine Frechheit.'],
    ['-', 'Die Farbe ist schön, aber die Nähte sind gerissen, ich bin sehr enttäuscht.'],
    ['-', 'Die Suppe war kalt und wir haben eine Stunde gewartet.'],
    ['0', 'Das Paket enthält zwei Kabel und eine Anleitung.'],
    ['0', 'Liefern Sie auch nach Norwegen?'],
    ['0', 'Ich habe am Montag die blaue in Größe M bestellt.'],
  ],
  fr: [
    ['+', 'La tasse est arrivée en deux jours, elle est encore plus jolie que sur la photo.'],
    ['+', 'Ma fille adore ce sac à dos.'],
    ['+', 'Aucun souci depuis trois ans, je le recommande.'],
    ['+', 'Personnel très accueillant et sympathique, un grand merci !'],
    ['-', 'La fermeture a cassé au bout d’une semaine et personne ne répond.'],
    ['-', 'Ce n’est pas du tout pratique, je suis déçue.'],
    ['-', 'J’ai été débité deux fois, c’est inadmissible.'],
    ['-', 'La couleur est belle mais les coutures ont lâché, très mauvaise qualité.'],
    ['-', 'La soupe était froide et nous avons attendu une heure.'],
    ['0', 'Le colis contient deux câbles et une notice.'],
    ['0', 'Livrez-vous en Norvège ?'],
    ['0', 'J’ai commandé la bleue en taille M lundi.'],
  ],
  es: [
    ['+', 'La taza llegó en dos días y es aún más bonita que en la foto.'],
    ['+', 'A mi hija le encanta esta mochila.'],
    ['+', 'Ningún problema en tres años, vale la pena.'],
    ['+', 'El personal fue muy amable y atento.'],
    ['-', 'La cremallera se rompió a la semana y nadie contesta, qué vergüenza.'],
    ['-', 'No me gusta nada, no es cómodo.'],
    ['-', 'Me cobraron dos veces y sigo esperando el reembolso.'],
    ['-', 'El color es bonito pero las costuras son malísimas, muy decepcionado.'],
    ['-', 'La sopa estaba fría y esperamos una hora.'],
    ['0', 'El paquete contiene dos cables y un manual.'],
    ['0', '¿Hacen envíos a Noruega?'],
    ['0', 'Pedí la azul en talla M el lunes.'],
  ],
  pt: [
    ['+', 'A caneca chegou em dois dias e é ainda mais bonita do que na foto.'],
    ['+', 'A minha filha adora esta mochila.'],
    ['+', 'Nenhum problema em três anos, vale a pena.'],
    ['+', 'O pessoal foi muito simpático e atencioso.'],
    ['-', 'O fecho partiu ao fim de uma semana e ninguém responde.'],
    ['-', 'Não gostei, não é nada confortável.'],
    ['-', 'Fui cobrado duas vezes e ainda não recebi o reembolso, um absurdo.'],
    ['-', 'A cor é bonita mas as costuras são péssimas, fiquei desiludida.'],
    ['-', 'A sopa estava fria e esperámos uma hora.'],
    ['0', 'A embalagem contém dois cabos e um manual.'],
    ['0', 'Fazem envios para a Noruega?'],
    ['0', 'Encomendei a azul em tamanho M na segunda-feira.'],
  ],
  it: [
    ['+', 'La tazza è arrivata in due giorni ed è ancora più bella che in foto.'],
    ['+', 'Mia figlia adora questo zaino.'],
    ['+', 'Nessun problema in tre anni, lo consiglio.'],
    ['+', 'Il personale è stato molto gentile e disponibile.'],
    ['-', 'La cerniera si è rotta dopo una settimana e nessuno risponde.'],
    ['-', 'Non mi piace, non è per niente comodo.'],
    ['-', 'Mi hanno addebitato due volte, una vergogna.'],
    ['-', 'Il colore è bello ma le cuciture sono scadenti, sono deluso.'],
    ['-', 'La zuppa era fredda e abbiamo aspettato un’ora.'],
    ['0', 'La confezione contiene due cavi e un manuale.'],
    ['0', 'Spedite anche in Norvegia?'],
    ['0', 'Ho ordinato quella blu in taglia M lunedì.'],
  ],
  nl: [
    ['+', 'De mok was er binnen twee dagen en is nog mooier dan op de foto.'],
    ['+', 'Mijn dochter is dolblij met deze rugzak, een aanrader.'],
    ['+', 'Al drie jaar geen enkel probleem, de moeite waard.'],
    ['+', 'Heel vriendelijk personeel en snel geholpen.'],
    ['-', 'De rits ging na een week kapot en niemand reageert.'],
    ['-', 'Ik vind het helemaal niet mooi en het zit niet comfortabel.'],
    ['-', 'Er is twee keer geld afgeschreven, schandalig.'],
    ['-', 'De kleur is mooi maar de naden laten los, erg teleurgesteld.'],
    ['-', 'De soep was koud en we moesten een uur wachten.'],
    ['0', 'Het pakket bevat twee kabels en een handleiding.'],
    ['0', 'Leveren jullie ook in Noorwegen?'],
    ['0', 'Ik heb maandag de blauwe in maat M besteld.'],
  ],
};

const POLARITIES = { '+': 'positive', '-': 'negative', '0': 'neutral' } as const;

/** Sentences written for this benchmark, after the lexicons and not used to mend them. */
export const JUDGED_SENTENCES: readonly JudgedSentence[] = Object.entries(SENTENCES).flatMap(
  ([language, list]) =>
    list.map(([sign, text]) => ({ language, polarity: POLARITIES[sign], text })),
);
