import type { ModelTexts } from './language.js';

/** The built-in model in German. Labels are what tiles and columns are headed by. */
export const german: ModelTexts = {
  time: 'Zeit',
  before: (label) => `${label}, vorher`,
  change: (label) => `${label}, Veränderung`,
  metrics: {
    revenue: {
      label: 'Umsatz',
      description:
        'Was Kunden für Waren nach Rabatten berechnet wurde, abzüglich Erstattungen und Stornierungen; ohne Steuer und Versand',
      formula: 'Summe der Nettobeträge von Verkäufen, Erstattungen und Stornierungen',
    },
    gross_sales: {
      label: 'Bruttoumsatz',
      description: 'Menge × Preis alles Bestellten, vor Rabatten, Erstattungen und Stornierungen',
      formula: 'Summe der Bruttobeträge von Verkäufen',
    },
    sales_before_returns: {
      label: 'Umsatz vor Retouren',
      description: 'Was Kunden nach Rabatten berechnet wurde, vor Erstattungen und Stornierungen',
      formula: 'Summe der Nettobeträge von Verkäufen',
    },
    refunds: {
      label: 'Erstattungen',
      description: 'Kunden zurückgegebenes Geld als positiver Betrag, zum Zeitpunkt der Erstattung',
      formula: '− Summe der Nettobeträge von Erstattungen',
    },
    cancelled_amount: {
      label: 'Stornierter Betrag',
      description:
        'Durch Stornierungen zurückgenommene Verkäufe als positiver Betrag, zum Zeitpunkt der Stornierung',
      formula: '− Summe der Nettobeträge von Stornierungen',
    },
    refund_rate: {
      label: 'Erstattungsquote',
      description: 'Anteil der Verkäufe, der im selben Zeitraum erstattet wurde',
      formula: 'Erstattungen ÷ Umsatz vor Retouren',
    },
    discounts: {
      label: 'Rabatte',
      description:
        'Von Bruttobeträgen abgezogen, abzüglich dessen, was Erstattungen und Stornierungen zurücknahmen',
      formula: 'Summe der Rabatte von Verkäufen, Erstattungen und Stornierungen',
    },
    cost: {
      label: 'Wareneinsatz',
      description: 'Kosten der verkauften Waren, soweit bekannt',
      formula:
        'Summe der Kosten von Verkäufen, Erstattungen und Stornierungen; unbekannt, wo keine Position welche hat',
    },
    revenue_with_cost: {
      label: 'Umsatz mit bekannten Kosten',
      description:
        'Der Teil des Umsatzes aus Positionen mit bekannten Kosten; Grundlage der Margen',
      formula: 'Summe der Nettobeträge von Positionen mit Kosten und Beträgen ganzer Bestellungen',
    },
    gross_margin: {
      label: 'Rohertrag',
      description: 'Umsatz abzüglich Wareneinsatz, über Positionen mit bekannten Kosten',
      formula: 'Umsatz mit bekannten Kosten − Wareneinsatz',
    },
    gross_margin_rate: {
      label: 'Rohertragsquote',
      description: 'Rohertrag als Anteil des Umsatzes, mit dem er erzielt wurde',
      formula: 'Rohertrag ÷ Umsatz mit bekannten Kosten',
    },
    units: {
      label: 'Verkaufte Stücke',
      description: 'Verkaufte Stücke abzüglich erstatteter und stornierter',
      formula: 'Summe der Mengen von Verkäufen, Erstattungen und Stornierungen',
    },
    units_ordered: {
      label: 'Bestellte Stück',
      description: 'Verkaufte Stück, vor Erstattungen und Stornierungen',
      formula: 'Summe der Mengen von Verkäufen',
    },
    tax: {
      label: 'Steuer',
      description: 'Berechnete Steuer abzüglich erstatteter',
      formula: 'Summe der Steuer von Verkäufen, Erstattungen und Stornierungen',
    },
    shipping: {
      label: 'Versand',
      description: 'Kunden berechneter Versand abzüglich erstattetem',
      formula: 'Summe des Versands von Verkäufen, Erstattungen und Stornierungen',
    },
    orders: {
      label: 'Bestellungen',
      description:
        'Verschiedene Bestellungen, die etwas verkauften; eine spätere Stornierung macht keine ungeschehen',
      formula: 'verschiedene Bestellnummern unter Verkäufen',
    },
    cancellations: {
      label: 'Stornierungen',
      description: 'Verschiedene stornierte Bestellungen, zum Zeitpunkt der Stornierung',
      formula: 'verschiedene Bestellnummern unter Stornierungen',
    },
    average_order_value: {
      label: 'Ø Bestellwert',
      description: 'Umsatz je Bestellung; Umsatz ist also Bestellungen × Ø Bestellwert',
      formula: 'Umsatz ÷ Bestellungen',
    },
    items_per_order: {
      label: 'Stücke pro Bestellung',
      description: 'Verkaufte Stücke je Bestellung',
      formula: 'verkaufte Stücke ÷ Bestellungen',
    },
    orders_with_customer: {
      label: 'Bestellungen bekannter Kunden',
      description: 'Verschiedene Bestellungen, die einem bekannten Kunden etwas verkauften',
      formula: 'verschiedene Bestellnummern unter Verkäufen mit Kunde',
    },
    orders_per_customer: {
      label: 'Bestellungen pro Kunde',
      description: 'Wie oft ein Kunde bestellte; Bestellungen ohne bekannten Kunden zählen nicht',
      formula: 'Bestellungen bekannter Kunden ÷ Kunden',
    },
    customers: {
      label: 'Kunden',
      description: 'Verschiedene Kunden, die etwas kauften',
      formula: 'verschiedene Kunden unter Verkäufen',
    },
    new_customers: {
      label: 'Neukunden',
      description:
        'Kunden, deren allererster Kauf in den Zeitraum fällt; nach einem Merkmal jene, deren erster Kauf diesen Wert hatte',
      formula: 'Kunden, deren erster Kauf überhaupt im Zeitraum liegt',
    },
    returning_customers: {
      label: 'Bestandskunden',
      description: 'Kunden, die kauften und schon vor dem Zeitraum gekauft hatten',
      formula: 'Kunden − Neukunden',
    },
    sessions: {
      label: 'Besuche',
      description: 'Verschiedene Besuche des Onlineshops',
      formula: 'verschiedene Kennungen von Besuchen',
    },
    visitors: {
      label: 'Besucher',
      description: 'Verschiedene Menschen oder Browser, die den Shop besuchten',
      formula: 'verschiedene Kennungen von Besuchern',
    },
    online_orders: {
      label: 'Onlinebestellungen',
      description: 'Verschiedene Bestellungen über web, app, online, mobile, ecommerce',
      formula: 'verschiedene Bestellnummern unter Verkäufen der Onlinekanäle',
    },
    conversion_rate: {
      label: 'Konversionsrate',
      description:
        'Onlinebestellungen je Besuch; Bestellungen in Läden und am Telefon zählen nicht',
      formula: 'Onlinebestellungen ÷ Besuche',
    },
    payments: {
      label: 'Zahlungen',
      description: 'Durch ausgeführte Zahlungen eingegangenes Geld',
      formula: 'Summe der Beträge ausgeführter Zahlungen',
    },
    payment_attempts: {
      label: 'Zahlungsversuche',
      description: 'Versuchte Zahlungen, ausgeführt oder fehlgeschlagen',
      formula: 'Anzahl der Zahlungen',
    },
    failed_payments: {
      label: 'Fehlgeschlagene Zahlungen',
      description: 'Zahlungen, die fehlschlugen',
      formula: 'Anzahl fehlgeschlagener Zahlungen',
    },
    payment_failure_rate: {
      label: 'Zahlungsausfallquote',
      description: 'Anteil der Zahlungsversuche, die fehlschlugen',
      formula: 'fehlgeschlagene Zahlungen ÷ Zahlungsversuche',
    },
    payment_fees: {
      label: 'Zahlungsgebühren',
      description: 'Gebühren ausgeführter Zahlungen',
      formula: 'Summe der Gebühren ausgeführter Zahlungen',
    },
    stock_on_hand: {
      label: 'Lagerbestand',
      description:
        'Stücke auf Lager am Ende des Zeitraums: der letzte bekannte Stand je Produkt und Standort',
      formula: 'Summe über Produkte und Standorte des letzten Standes am Ende des Zeitraums',
    },
    feedback_count: {
      label: 'Bewertungen',
      description: 'Abgegebene Bewertungen und Rezensionen',
      formula: 'Anzahl der Bewertungen',
    },
    average_rating: {
      label: 'Durchschnittliche Bewertung',
      description: 'Mittel der vergebenen Noten; Rezensionen ohne Note zählen nicht',
      formula: 'Mittel der Noten',
    },
    ad_spend: {
      label: 'Werbeausgaben',
      description: 'Für Werbung ausgegebenes Geld',
      formula: 'Summe der Beträge der Werbeausgaben',
    },
    ad_clicks: {
      label: 'Anzeigenklicks',
      description: 'Klicks auf Werbung, soweit bekannt',
      formula: 'Summe der Klicks der Werbeausgaben',
    },
    ad_impressions: {
      label: 'Einblendungen',
      description: 'Wie oft Werbung gezeigt wurde, soweit bekannt',
      formula: 'Summe der Einblendungen der Werbeausgaben',
    },
    return_on_ad_spend: {
      label: 'Werbeertrag',
      description: 'Aller Umsatz je ausgegebener Einheit Werbegeld',
      formula: 'Umsatz ÷ Werbeausgaben',
    },
  },
  dimensions: {
    'product.id': { label: 'Produkt', description: 'Kennung des Produkts' },
    'product.name': { label: 'Produktname', description: 'Name des Produkts' },
    'product.category': { label: 'Kategorie', description: 'Kategorie des Produkts' },
    'product.brand': { label: 'Marke', description: 'Marke des Produkts' },
    'location.id': { label: 'Standort', description: 'Kennung des Standorts' },
    'location.name': {
      label: 'Standortname',
      description: 'Name des Ladens, der Filiale oder des Lagers',
    },
    'location.country': {
      label: 'Land des Standorts',
      description: 'Land, in dem der Standort liegt',
    },
    'location.city': {
      label: 'Stadt des Standorts',
      description: 'Stadt, in der der Standort liegt',
    },
    'customer.key': { label: 'Kunde', description: 'Pseudonymer Schlüssel des Kunden' },
    'customer.country': {
      label: 'Land',
      description: 'Land des Kunden: nach der Bestellung, sonst nach den Kundendaten',
    },
    'customer.city': { label: 'Stadt', description: 'Stadt des Kunden' },
    'customer.segment': {
      label: 'Segment',
      description: 'Segment, dem das Geschäft den Kunden zuordnet',
    },
    'customer.birth_decade': {
      label: 'Geburtsjahrzehnt',
      description: 'Jahrzehnt der Geburt des Kunden: 1980 ist 1980 bis 1989',
    },
    'customer.churn_risk': {
      label: 'Abwanderungsrisiko',
      description:
        'Risiko, dass der Kunde nicht wiederkommt, wie zuletzt vorhergesagt: low, medium oder high',
    },
    'customer.predicted_value': {
      label: 'Vorhergesagter Wert',
      description:
        'Was der Kunde in den nächsten 90 Tagen voraussichtlich ausgibt, abgerundet auf 0, 1, 2, 5, 10, 20, 50, …',
    },
    'customer.first_order_at': {
      label: 'Erste Bestellung',
      description: 'Tag der allerersten Bestellung des Kunden, etwa 2026-03-31',
    },
    'customer.first_order_month': {
      label: 'Erste Bestellung, nach Monat',
      description: 'Monat der allerersten Bestellung des Kunden, etwa 2026-03',
    },
    'customer.first_seen_at': {
      label: 'Zuerst gesehen',
      description: 'Tag der ersten Bestellung oder des ersten Besuchs, der den Kunden nennt',
    },
    'customer.first_seen_month': {
      label: 'Zuerst gesehen, nach Monat',
      description: 'Monat der ersten Bestellung oder des ersten Besuchs, der den Kunden nennt',
    },
    'product.first_sold_at': {
      label: 'Zuerst verkauft',
      description: 'Tag, an dem das Produkt zum ersten Mal verkauft wurde, etwa 2026-03-31',
    },
    'product.first_sold_month': {
      label: 'Zuerst verkauft, nach Monat',
      description: 'Monat, in dem das Produkt zum ersten Mal verkauft wurde, etwa 2026-03',
    },
    channel: {
      label: 'Kanal',
      description: 'Wo der Kunde auf das Geschäft traf: Web, App, Laden, …',
    },
    currency: {
      label: 'Währung',
      description: 'Währung, in der der Kunde zahlte; Beträge sind in der eigenen',
    },
    promotion: { label: 'Aktion', description: 'Aktion, die für die Bestellung galt' },
    'payment.method': { label: 'Zahlungsart', description: 'Karte, bar, Rechnung, …' },
    'payment.provider': { label: 'Zahlungsanbieter', description: 'Wer die Zahlung ausführte' },
    'payment.failure_code': { label: 'Fehlergrund', description: 'Warum die Zahlung fehlschlug' },
    'session.device': { label: 'Gerät', description: 'Art des Geräts' },
    'session.action': { label: 'Handlung', description: 'Was der Besucher tat' },
    'session.path': { label: 'Seite', description: 'Pfad der gesehenen Seite' },
    'session.referrer': { label: 'Herkunft', description: 'Woher Besuche kamen' },
    'session.utm_source': { label: 'UTM-Quelle', description: 'Quelle der Kampagne' },
    'session.utm_medium': { label: 'UTM-Medium', description: 'Medium der Kampagne' },
    'session.utm_campaign': { label: 'UTM-Kampagne', description: 'Name der Kampagne' },
    'feedback.language': { label: 'Sprache', description: 'Sprache der Bewertung' },
    'campaign.id': { label: 'Kampagne', description: 'Werbekampagne' },
    'campaign.channel': {
      label: 'Werbekanal',
      description: 'Wo die Werbung lief: Suche, soziale Medien, …',
    },
    'time.weekday': {
      label: 'Wochentag',
      description: 'Wochentag im Kalender des Shops: 1 ist Montag, 7 ist Sonntag',
      values: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'].map(
        (label, index) => ({ value: index + 1, label }),
      ),
    },
    'time.hour': {
      label: 'Tagesstunde',
      description:
        'Stunde auf der Uhr des Shops, 0 bis 23; die im Herbst doppelte Stunde zählt einmal',
    },
    'time.is_weekend': {
      label: 'Wochenende',
      description: '1 an Samstagen und Sonntagen, sonst 0',
      values: [
        { value: 0, label: 'Montag bis Freitag' },
        { value: 1, label: 'Wochenende' },
      ],
    },
    'time.month_of_year': {
      label: 'Monat im Jahr',
      description: 'Monat ohne das Jahr, 1 ist Januar',
      values: [
        'Januar',
        'Februar',
        'März',
        'April',
        'Mai',
        'Juni',
        'Juli',
        'August',
        'September',
        'Oktober',
        'November',
        'Dezember',
      ].map((label, index) => ({ value: index + 1, label })),
    },
  },
  entities: {
    customer: {
      label: 'Kunde',
      description: 'Ein Mensch, der kauft, bekannt durch einen pseudonymen Schlüssel',
    },
    product: { label: 'Produkt', description: 'Etwas, das verkauft wird' },
    location: { label: 'Standort', description: 'Ein Laden, eine Filiale oder ein Lager' },
    order: { label: 'Bestellung', description: 'Eine Bestellung eines Kunden' },
    session: { label: 'Besuch', description: 'Ein Besuch des Shops' },
    campaign: { label: 'Kampagne', description: 'Eine Werbekampagne' },
    experiment: { label: 'Experiment', description: 'Ein kontrolliertes Experiment' },
  },
};
