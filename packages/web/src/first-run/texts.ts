import { defineTexts } from '../messages/use-texts.js';

export const firstRunTexts = defineTexts({
  en: {
    title: 'Welcome to Olympus',
    intro: 'There is no shop on this server yet. Begin with your own, or look around first.',
    own: 'Set up your shop',
    ownAbout:
      'Zone and currency are guessed from this browser. The id stays for good, the currency once the first amount is booked; all else can be changed later.',
    submit: 'Make the shop',
    pending: 'Making it…',
    sample: 'Look around in a sample shop',
    sampleAbout:
      'Two years of a simulated shop, with everything that can be found in them. It is marked as a sample, and never mixed with your own.',
    fill: 'Fill the sample shop',
    filling: 'Simulating two years of a shop',
    fillingHint: 'This takes some seconds, up to a minute.',
    made: 'The shop {name} is made.',
  },
  de: {
    title: 'Willkommen bei Olympus',
    intro:
      'Auf diesem Server gibt es noch keinen Shop. Beginnen Sie mit dem eigenen, oder sehen Sie sich erst um.',
    own: 'Den eigenen Shop einrichten',
    ownAbout:
      'Zone und Währung sind nach diesem Browser geraten. Die Kennung bleibt für immer, die Währung ab dem ersten gebuchten Betrag; alles andere lässt sich später ändern.',
    submit: 'Shop anlegen',
    pending: 'Wird angelegt…',
    sample: 'In einem Beispiel umsehen',
    sampleAbout:
      'Zwei Jahre eines simulierten Shops, mit allem, was sich darin finden lässt. Er ist als Beispiel gekennzeichnet und wird nie mit dem eigenen vermischt.',
    fill: 'Beispiel füllen',
    filling: 'Zwei Jahre eines Shops werden simuliert',
    fillingHint: 'Das dauert einige Sekunden, höchstens eine Minute.',
    made: 'Der Shop {name} ist angelegt.',
  },
});
