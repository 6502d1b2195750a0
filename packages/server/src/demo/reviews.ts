import type { Random } from '@olympus/stats';
import { pickOne } from './choose.js';

const texts: Readonly<
  Record<'en' | 'de', Readonly<Record<'good' | 'mixed' | 'bad', readonly string[]>>>
> = {
  en: {
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
  },
  de: {
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
  },
};

export interface Review {
  readonly rating: number;
  readonly text: string;
  readonly language: 'en' | 'de';
}

/** Most people are content; whoever waited for a late parcel is less so. */
export function writeReview(random: Random, country: string): Review {
  const draw = random.next();
  const rating = draw < 0.52 ? 5 : draw < 0.78 ? 4 : draw < 0.88 ? 3 : draw < 0.94 ? 2 : 1;
  const german = country === 'DE' || country === 'AT' || (country === 'CH' && random.next() < 0.6);
  const language = german && random.next() < 0.85 ? 'de' : 'en';
  const mood = rating >= 4 ? 'good' : rating === 3 ? 'mixed' : 'bad';
  return { rating, language, text: pickOne(random, texts[language][mood], '') };
}
