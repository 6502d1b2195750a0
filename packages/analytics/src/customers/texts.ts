import type { ModelLanguage, RfmSegmentId, SpendSegmentId } from '@olympus/semantic';

/** What a segment is called, whom it holds, and what to do. */
export interface SegmentText {
  readonly label: string;
  readonly about: string;
  readonly advice: string;
}

export interface CustomersTexts {
  readonly rfm: Readonly<Record<RfmSegmentId, SegmentText>>;
  readonly spend: Readonly<Record<SpendSegmentId, SegmentText>>;
  /** How the scores are made. */
  readonly method: string;
  /** Customers who had not ordered yet. */
  readonly none: string;
}

const en: CustomersTexts = {
  method:
    'Each customer gets a score from 1 to 5 for recency (days since the last order), frequency (orders) and money (revenue net of refunds): one more than the number of whole fifths of all customers who are strictly worse. Equal values share a score. The value score is the mean of frequency and money, halves rounded up.',
  none: 'Not yet a customer',
  rfm: {
    champions: {
      label: 'Champions',
      about: 'Bought lately, often and for much',
      advice: 'Reward them, let them try new products first and ask them for reviews.',
    },
    loyal: {
      label: 'Loyal',
      about: 'Buy often or for much, and not long ago',
      advice: 'Offer a higher tier or a bundle, and ask them to recommend you.',
    },
    potential_loyalists: {
      label: 'Potential loyalists',
      about: 'Bought lately, for a middling value',
      advice: 'Invite them to a loyalty programme and suggest what goes with their last order.',
    },
    new: {
      label: 'New',
      about: 'Bought very lately, once or for little',
      advice: 'Welcome them, help with the first product and offer a reason for a second order.',
    },
    promising: {
      label: 'Promising',
      about: 'Bought lately for little',
      advice: 'Make yourself remembered with a small offer while the purchase is fresh.',
    },
    need_attention: {
      label: 'Need attention',
      about: 'Middling in everything',
      advice: 'Send an offer that ends soon, based on what they bought before.',
    },
    about_to_sleep: {
      label: 'About to sleep',
      about: 'Some time ago, for little',
      advice: 'Remind them with popular products before they forget you.',
    },
    at_risk: {
      label: 'At risk',
      about: 'Were worth something, and have not bought for long',
      advice: 'Write to them personally with a reason to come back.',
    },
    cannot_lose: {
      label: 'Cannot lose them',
      about: 'Were among the best, and have not bought for the longest',
      advice: 'Call or write to each of them; find out what went wrong.',
    },
    hibernating: {
      label: 'Hibernating',
      about: 'Bought little, long ago',
      advice: 'Include them in seasonal campaigns only; do not spend much on them.',
    },
    lost: {
      label: 'Lost',
      about: 'Bought little, longest ago',
      advice: 'Try once to win them back, then leave them out of paid campaigns.',
    },
  },
  spend: {
    vip_active: {
      label: 'VIP, active',
      about: 'Spent more than 1,000 and ordered less than 30 days ago',
      advice: 'Look after them personally; give them service before discounts.',
    },
    high_value: {
      label: 'High value',
      about: 'Spent more than 500 and ordered less than 60 days ago',
      advice: 'Show them what VIPs get, and what they still need for it.',
    },
    at_risk: {
      label: 'At risk',
      about: 'Last order more than 90 days ago',
      advice: 'Ask them back with what they liked before.',
    },
    new_customer: {
      label: 'New customer',
      about: 'One order so far',
      advice: 'Make the second order easy: it decides whether they stay.',
    },
    regular: {
      label: 'Regular',
      about: 'Everybody to whom none of these applies',
      advice: 'Keep in touch and suggest what others bought with their products.',
    },
  },
};

const de: CustomersTexts = {
  method:
    'Jeder Kunde bekommt eine Wertung von 1 bis 5 für Aktualität (Tage seit der letzten Bestellung), Häufigkeit (Bestellungen) und Geld (Umsatz abzüglich Erstattungen): um eins mehr als die Zahl der ganzen Fünftel aller Kunden, die echt schlechter sind. Gleiche Werte haben dieselbe Wertung. Der Gesamtwert ist das Mittel aus Häufigkeit und Geld, Hälften aufgerundet.',
  none: 'Noch kein Kunde',
  rfm: {
    champions: {
      label: 'Champions',
      about: 'Kauften kürzlich, oft und für viel',
      advice: 'Belohnen, Neues zuerst ausprobieren lassen und um Bewertungen bitten.',
    },
    loyal: {
      label: 'Treue',
      about: 'Kaufen oft oder für viel, zuletzt vor nicht langer Zeit',
      advice: 'Eine höhere Stufe oder ein Paket anbieten und um Empfehlungen bitten.',
    },
    potential_loyalists: {
      label: 'Künftige Treue',
      about: 'Kauften kürzlich, von mittlerem Wert',
      advice: 'Zum Treueprogramm einladen und Passendes zur letzten Bestellung vorschlagen.',
    },
    new: {
      label: 'Neue',
      about: 'Kauften eben erst, einmal oder für wenig',
      advice: 'Begrüßen, beim ersten Produkt helfen und einen Grund zum zweiten Kauf geben.',
    },
    promising: {
      label: 'Vielversprechende',
      about: 'Kauften kürzlich für wenig',
      advice: 'Mit einem kleinen Angebot in Erinnerung bleiben, solange der Kauf frisch ist.',
    },
    need_attention: {
      label: 'Brauchen Aufmerksamkeit',
      about: 'In allem in der Mitte',
      advice: 'Ein befristetes Angebot senden, das zu früheren Käufen passt.',
    },
    about_to_sleep: {
      label: 'Vor dem Einschlafen',
      about: 'Vor einiger Zeit, für wenig',
      advice: 'Mit beliebten Produkten erinnern, bevor sie dich vergessen.',
    },
    at_risk: {
      label: 'Gefährdete',
      about: 'Waren etwas wert und haben lange nicht gekauft',
      advice: 'Persönlich schreiben, mit einem Grund zurückzukommen.',
    },
    cannot_lose: {
      label: 'Unverzichtbare',
      about: 'Waren unter den Besten und haben am längsten nicht gekauft',
      advice: 'Jeden anrufen oder anschreiben; herausfinden, was schiefging.',
    },
    hibernating: {
      label: 'Im Winterschlaf',
      about: 'Kauften wenig, vor langer Zeit',
      advice: 'Nur in Saisonaktionen einbeziehen; wenig dafür ausgeben.',
    },
    lost: {
      label: 'Verlorene',
      about: 'Kauften wenig, vor der längsten Zeit',
      advice: 'Einmal zurückzugewinnen versuchen, dann aus bezahlten Kampagnen nehmen.',
    },
  },
  spend: {
    vip_active: {
      label: 'VIP, aktiv',
      about: 'Mehr als 1.000 ausgegeben und vor weniger als 30 Tagen bestellt',
      advice: 'Persönlich betreuen; Service vor Rabatten.',
    },
    high_value: {
      label: 'Hoher Wert',
      about: 'Mehr als 500 ausgegeben und vor weniger als 60 Tagen bestellt',
      advice: 'Zeigen, was VIPs bekommen und was dafür noch fehlt.',
    },
    at_risk: {
      label: 'Gefährdet',
      about: 'Letzte Bestellung vor mehr als 90 Tagen',
      advice: 'Mit dem zurückholen, was früher gefiel.',
    },
    new_customer: {
      label: 'Neukunde',
      about: 'Bisher eine Bestellung',
      advice: 'Den zweiten Kauf leicht machen: Er entscheidet, ob sie bleiben.',
    },
    regular: {
      label: 'Übrige',
      about: 'Alle, auf die nichts davon zutrifft',
      advice: 'In Verbindung bleiben und vorschlagen, was andere dazu kauften.',
    },
  },
};

export const customersTexts: Readonly<Record<ModelLanguage, CustomersTexts>> = { en, de };
