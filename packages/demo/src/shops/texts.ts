import type { ReviewTexts } from './shop.js';

/** Invented names of people in a German town. */
export const germanNames = {
  givenNames:
    'Anna Ben Carla David Elif Finn Greta Hannes Ida Jonas Katharina Lukas Marie Noah Olga Paul Rosa Samuel Theresa Uwe Vera Wim Yusuf Zoe Emma Leon Mia Felix Lena Max Clara Emil Sophie Anton Nora Jakob'.split(
      ' ',
    ),
  familyNames:
    'Albrecht Bauer Conrad Dietrich Ebert Fischer Gruber Hoffmann Ibrahim Jansen Keller Lorenz Maier Neumann Otto Peters Richter Schmitt Thoma Ullrich Vogel Weber Yilmaz Zimmermann Brandt Kowalski Novak Lindner Moser Berger'.split(
      ' ',
    ),
};

/** Invented names of people in a British town. */
export const britishNames = {
  givenNames:
    'Amelia Arthur Aisha Callum Charlotte Daniel Dev Eleanor Fatima Freya George Grace Harry Imogen Isla Jack Jasmine Leo Lily Mohammed Nia Noah Oliver Poppy Priya Rhys Rory Sophie Theo Zara'.split(
      ' ',
    ),
  familyNames:
    'Adeyemi Bailey Campbell Chowdhury Clarke Davies Evans Fraser Green Hughes Hussain Jones Kaur Lewis Macdonald Morgan Murphy Patel Roberts Shah Singh Stewart Taylor Walker Williams Wilson Wood Wright'.split(
      ' ',
    ),
};

export const englishReviews: ReviewTexts = {
  good: [
    'Lovely quality, exactly as shown. Would buy again.',
    'Arrived within two days and beautifully packed.',
    'Sturdy and well made. My neighbour ordered one too.',
    'Great advice in the shop, and the price is fair.',
  ],
  mixed: [
    'Nice, but smaller than I expected from the photos.',
    'Good product. Delivery took more than a week though.',
    'Fine for the price; the finish could be better.',
  ],
  bad: [
    'Arrived broken and the hotline kept me waiting.',
    'The colour is nothing like the picture. Sending it back.',
    'Stopped working after a month. Disappointed.',
  ],
};

export const germanReviews: ReviewTexts = {
  good: [
    'Tolle Qualität, genau wie abgebildet. Gerne wieder.',
    'Schnelle Lieferung, sehr schön verpackt.',
    'Robust und gut verarbeitet, klare Empfehlung.',
    'Sehr freundliche Beratung im Laden.',
  ],
  mixed: [
    'Schön, aber kleiner als auf den Fotos.',
    'Gutes Produkt, die Lieferung hat allerdings über eine Woche gedauert.',
    'Für den Preis in Ordnung, die Verarbeitung könnte besser sein.',
  ],
  bad: [
    'Kam zerbrochen an, und die Hotline war nicht erreichbar.',
    'Die Farbe entspricht nicht dem Bild. Geht zurück.',
    'Nach einem Monat kaputt. Enttäuschend.',
  ],
};

/** What guests say about a restaurant. */
export const tableReviews: ReviewTexts = {
  good: [
    'Best margherita in town, and the staff remembered us.',
    'Quick lunch, fresh pasta, fair price.',
    'Delivery was hot and ten minutes early.',
    'Lovely evening, will come back with friends.',
  ],
  mixed: [
    'Food was good, but we waited forty minutes for a table.',
    'Nice pizza, a little loud on Friday evenings.',
    'Portions are smaller than they used to be.',
  ],
  bad: [
    'The pasta was cold and the bill was wrong.',
    'Delivery took over an hour and a dish was missing.',
    'We were forgotten at table nine. Not again.',
  ],
};

/** What subscribers say about their coffee. */
export const coffeeReviews: ReviewTexts = {
  good: [
    'Fresh beans every month and never too late.',
    'The Ethiopian lot was outstanding.',
    'Pausing and changing the plan is easy.',
  ],
  mixed: ['Good coffee, but too much for one person.', 'Tasty; the grind could be finer.'],
  bad: [
    'I was charged although I had cancelled.',
    'The parcel arrived a week late and the beans were stale.',
  ],
};
