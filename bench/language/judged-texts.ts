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

const FRESH: typeof SENTENCES = {
  en: [
    ['+', 'Bought it for my dad, he uses it every day and is over the moon.'],
    ['+', 'The waiter was lovely and the pasta tasted fantastic.'],
    ['+', 'Easy to assemble, sturdy, and it did not cost a fortune.'],
    ['+', 'Returned the shoes without any trouble, refund within a day. Brilliant!'],
    ['-', 'The battery dies after ten minutes, total rubbish.'],
    ['-', 'They lost my luggage and could not care less.'],
    ['-', 'Far too expensive for what you get, and the app keeps crashing.'],
    ['-', 'I would never order from this shop again.'],
    ['0', 'The invoice is dated 3 March and lists four items.'],
    ['0', 'Can I change the delivery address of my order?'],
  ],
  de: [
    ['+', 'Der Kellner war total nett und das Essen hat super geschmeckt.'],
    ['+', 'Leicht aufzubauen, stabil und gar nicht teuer.'],
    ['+', 'Rückgabe ohne Probleme, Geld war am nächsten Tag da. Spitze!'],
    ['-', 'Der Akku hält keine zehn Minuten, absoluter Schrott.'],
    ['-', 'Die App stürzt ständig ab und der Support meldet sich nicht.'],
    ['-', 'Hier bestelle ich nie wieder.'],
    ['0', 'Die Rechnung ist vom 3. März und enthält vier Positionen.'],
    ['0', 'Kann ich die Lieferadresse meiner Bestellung ändern?'],
  ],
  fr: [
    ['+', 'Le serveur était adorable et les pâtes délicieuses.'],
    ['+', 'Facile à monter, solide et pas cher du tout.'],
    ['+', 'Retour sans problème, remboursé le lendemain. Génial !'],
    ['-', 'La batterie ne tient pas dix minutes, une vraie catastrophe.'],
    ['-', 'L’application plante sans arrêt et le support est nul.'],
    ['-', 'Je ne commanderai plus jamais ici.'],
    ['0', 'La facture date du 3 mars et comporte quatre articles.'],
    ['0', 'Puis-je modifier l’adresse de livraison ?'],
  ],
  es: [
    ['+', 'El camarero fue encantador y la pasta estaba riquísima.'],
    ['+', 'Fácil de montar, resistente y nada caro.'],
    ['+', 'Devolución sin problemas, dinero al día siguiente. ¡Genial!'],
    ['-', 'La batería no dura ni diez minutos, una basura.'],
    ['-', 'La aplicación falla continuamente y el soporte no contesta.'],
    ['-', 'No volveré a pedir aquí nunca más.'],
    ['0', 'La factura es del 3 de marzo y tiene cuatro artículos.'],
    ['0', '¿Puedo cambiar la dirección de entrega?'],
  ],
  pt: [
    ['+', 'O empregado foi muito simpático e a massa estava deliciosa.'],
    ['+', 'Fácil de montar, resistente e nada caro.'],
    ['+', 'Devolução sem problemas, dinheiro no dia seguinte. Ótimo!'],
    ['-', 'A bateria não dura dez minutos, um lixo.'],
    ['-', 'O aplicativo trava o tempo todo e o suporte é péssimo.'],
    ['-', 'Nunca mais compro aqui.'],
    ['0', 'A fatura é de 3 de março e tem quatro artigos.'],
    ['0', 'Posso alterar o endereço de entrega?'],
  ],
  it: [
    ['+', 'Il cameriere era simpatico e la pasta squisita.'],
    ['+', 'Facile da montare, solido e per niente caro.'],
    ['+', 'Reso senza problemi, soldi il giorno dopo. Fantastico!'],
    ['-', 'La batteria non dura dieci minuti, una vera schifezza.'],
    ['-', 'L’applicazione si blocca sempre e l’assistenza non risponde.'],
    ['-', 'Non ordinerò mai più qui.'],
    ['0', 'La fattura è del 3 marzo e contiene quattro articoli.'],
    ['0', 'Posso cambiare l’indirizzo di consegna?'],
  ],
  nl: [
    ['+', 'De ober was erg aardig en de pasta was heerlijk.'],
    ['+', 'Makkelijk in elkaar te zetten, stevig en helemaal niet duur.'],
    ['+', 'Retour zonder problemen, geld de volgende dag terug. Top!'],
    ['-', 'De accu houdt het nog geen tien minuten vol, waardeloos.'],
    ['-', 'De app loopt steeds vast en de helpdesk is vreselijk.'],
    ['-', 'Ik bestel hier nooit meer.'],
    ['0', 'De factuur is van 3 maart en bevat vier artikelen.'],
    ['0', 'Kan ik het bezorgadres van mijn bestelling wijzigen?'],
  ],
};

const POLARITIES = { '+': 'positive', '-': 'negative', '0': 'neutral' } as const;

function judged(sentences: typeof SENTENCES): readonly JudgedSentence[] {
  return Object.entries(sentences).flatMap(([language, list]) =>
    list.map(([sign, text]) => ({ language, polarity: POLARITIES[sign], text })),
  );
}

/** Sentences whose missing words were added to the lexicons after a first look. */
export const JUDGED_SENTENCES = judged(SENTENCES);

/** Sentences written after the lexicons were closed; no lexicon was mended after looking at them. */
export const FRESH_SENTENCES = judged(FRESH);
