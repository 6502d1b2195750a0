import type { QuestionLanguage } from '@olympus/language';
import type { GoalStanding } from '../goals.js';

/** What answers of studies say; names in braces are filled in. */
export interface StudyAnswerTexts {
  readonly columns: Readonly<
    Record<
      | 'firstOrder'
      | 'customers'
      | 'again'
      | 'once'
      | 'shareAgain'
      | 'shareOnce'
      | 'medianDays'
      | 'laterOrders'
      | 'days'
      | 'step'
      | 'people'
      | 'ofStart'
      | 'ofPrevious'
      | 'left'
      | 'started'
      | 'converted'
      | 'rate'
      | 'leftRate'
      | 'segment'
      | 'share'
      | 'revenue'
      | 'revenueShare'
      | 'item'
      | 'other'
      | 'together'
      | 'confidence'
      | 'lift'
      | 'order'
      | 'orders'
      | 'documents'
      | 'total'
      | 'at'
      | 'customer'
      | 'channel'
      | 'units'
      | 'goal'
      | 'period'
      | 'value'
      | 'target'
      | 'expected'
      | 'landing'
      | 'status',
      string
    >
  >;
  /** The n-th period after the first. */
  readonly later: Readonly<Record<'day' | 'week' | 'month', string>>;
  readonly tables: Readonly<
    Record<'whole' | 'cohorts' | 'list' | 'distribution' | 'steps' | 'groups' | 'trend', string>
  >;
  readonly status: Readonly<Record<GoalStanding['status'], string>>;
  readonly sentences: Readonly<
    Record<
      | 'again'
      | 'once'
      | 'againWithin'
      | 'onceWithin'
      | 'interval'
      | 'funnel'
      | 'worstStep'
      | 'dropped'
      | 'people'
      | 'orders'
      | 'retention'
      | 'lost'
      | 'segment'
      | 'basket'
      | 'goal',
      string
    >
  >;
  readonly notes: Readonly<
    Record<
      | 'again'
      | 'within'
      | 'funnelWindow'
      | 'funnelFilters'
      | 'people'
      | 'period'
      | 'baskets'
      | 'noGoals'
      | 'shownOf'
      | 'retention'
      | 'running',
      string
    >
  >;
  readonly declines: Readonly<Record<'noFocus' | 'noCounts', string>>;
}

const en: StudyAnswerTexts = {
  columns: {
    firstOrder: 'Began',
    customers: 'Customers',
    again: 'Ordered again',
    once: 'Did not order again',
    shareAgain: 'Share that ordered again',
    shareOnce: 'Share that did not',
    medianDays: 'Days between orders, median',
    laterOrders: 'Orders after a first one',
    days: 'Days since the order before',
    step: 'Step',
    people: 'People',
    ofStart: 'Of all who started',
    ofPrevious: 'Of the step before',
    left: 'Left before it',
    started: 'Started',
    converted: 'Converted',
    rate: 'Conversion',
    leftRate: 'Did not go on',
    segment: 'Segment',
    share: 'Share of customers',
    revenue: 'Revenue',
    revenueShare: 'Share of revenue',
    item: 'Item',
    other: 'Together with',
    together: 'Orders with both',
    confidence: 'Share of its orders',
    lift: 'Times as often as by chance',
    order: 'Order',
    orders: 'Orders',
    documents: 'Orders and refunds',
    total: 'In all',
    at: 'Time',
    customer: 'Customer',
    channel: 'Channel',
    units: 'Units',
    goal: 'Target',
    period: 'Period',
    value: 'So far',
    target: 'Aim',
    expected: 'Aim by now',
    landing: 'Likely end',
    status: 'Status',
  },
  later: { day: 'Day {n}', week: 'Week {n}', month: 'Month {n}' },
  tables: {
    whole: 'In all',
    cohorts: 'By month of the first order',
    list: 'List',
    distribution: 'Distribution',
    steps: 'Steps',
    groups: 'Groups',
    trend: 'Over time, by when people began',
  },
  status: {
    reached: 'Reached',
    ahead: 'Ahead',
    on: 'On track',
    behind: 'Behind',
    missed: 'Missed',
    too_early: 'Too early to tell',
    no_target: 'No target',
    no_data: 'No data',
    unknown_metric: 'Metric unknown',
  },
  sentences: {
    again: '{again} of {customers} customers ({share}) have ordered again.',
    once: '{once} of {customers} customers ({share}) have not ordered again.',
    againWithin: '{again} of {customers} customers ({share}) ordered again within {days} days.',
    onceWithin: '{once} of {customers} customers ({share}) did not order again within {days} days.',
    interval: 'Half of all repeat orders came within {days} days of the order before.',
    funnel: '{converted} of {started} people ({rate}) got from “{first}” to “{last}”.',
    worstStep: 'Most are lost before “{step}”: {left}.',
    dropped: '{left} of {started} people did not get from “{first}” to “{last}”.',
    people: 'Customers: {count}. Together they spent {revenue}.',
    orders: '{what}: {count}. Together they come to {total}.',
    retention: '{later}: {share} of customers came back.',
    lost: '{later}: {share} of customers did not come back then or later.',
    segment: 'Largest segment: {label}, {customers} customers.',
    basket: '{one} goes with {other} {lift} times as often as by chance.',
    goal: '{goal}: {status}.',
  },
  notes: {
    again: 'A second order at any time until now counts.',
    within: 'Only customers whose first order is at least {days} days old are counted.',
    funnelWindow: 'The whole way may take {window}.',
    funnelFilters: 'The filter holds for the first step.',
    people: 'Customers with at least one order, by pseudonymous key.',
    period: 'Orders and revenue are those of the period.',
    baskets: 'Pairs of products in one order, in at least {minimum} orders.',
    noGoals: 'There are no targets yet: the page KPIs sets them.',
    shownOf: 'The first {shown} of {all} are shown.',
    retention:
      'Counted from the period of the first order. Periods that are not over are left out.',
    running: 'Who ordered lately may still come back.',
  },
  declines: {
    noFocus: 'There is no item called “{name}”.',
    noCounts: 'Single orders of {metric} are not known.',
  },
};

const de: StudyAnswerTexts = {
  columns: {
    firstOrder: 'Beginn',
    customers: 'Kunden',
    again: 'Bestellten wieder',
    once: 'Bestellten nicht wieder',
    shareAgain: 'Anteil, der wieder bestellte',
    shareOnce: 'Anteil, der nicht wieder bestellte',
    medianDays: 'Tage zwischen Bestellungen, Median',
    laterOrders: 'Bestellungen nach einer ersten',
    days: 'Tage seit der Bestellung davor',
    step: 'Schritt',
    people: 'Personen',
    ofStart: 'Von allen, die begannen',
    ofPrevious: 'Vom Schritt davor',
    left: 'Davor gegangen',
    started: 'Begonnen',
    converted: 'Angekommen',
    rate: 'Konversion',
    leftRate: 'Nicht weiter',
    segment: 'Segment',
    share: 'Anteil der Kunden',
    revenue: 'Umsatz',
    revenueShare: 'Anteil am Umsatz',
    item: 'Artikel',
    other: 'Zusammen mit',
    together: 'Bestellungen mit beiden',
    confidence: 'Anteil seiner Bestellungen',
    lift: 'Mal so oft wie zufällig',
    order: 'Bestellung',
    orders: 'Bestellungen',
    documents: 'Bestellungen und Erstattungen',
    total: 'Insgesamt',
    at: 'Zeit',
    customer: 'Kunde',
    channel: 'Kanal',
    units: 'Stück',
    goal: 'Ziel',
    period: 'Zeitraum',
    value: 'Bisher',
    target: 'Zielwert',
    expected: 'Zielwert bis jetzt',
    landing: 'Voraussichtlich',
    status: 'Stand',
  },
  later: { day: 'Tag {n}', week: 'Woche {n}', month: 'Monat {n}' },
  tables: {
    whole: 'Insgesamt',
    cohorts: 'Nach Monat der ersten Bestellung',
    list: 'Liste',
    distribution: 'Verteilung',
    steps: 'Schritte',
    groups: 'Gruppen',
    trend: 'Im Zeitverlauf, nach Beginn',
  },
  status: {
    reached: 'Erreicht',
    ahead: 'Voraus',
    on: 'Auf Kurs',
    behind: 'Im Rückstand',
    missed: 'Verfehlt',
    too_early: 'Zu früh',
    no_target: 'Kein Ziel',
    no_data: 'Keine Daten',
    unknown_metric: 'Kennzahl unbekannt',
  },
  sentences: {
    again: '{again} von {customers} Kunden ({share}) haben wieder bestellt.',
    once: '{once} von {customers} Kunden ({share}) haben nicht wieder bestellt.',
    againWithin: '{again} von {customers} Kunden ({share}) bestellten binnen {days} Tagen wieder.',
    onceWithin:
      '{once} von {customers} Kunden ({share}) bestellten binnen {days} Tagen nicht wieder.',
    interval:
      'Die Hälfte aller Folgebestellungen kam binnen {days} Tagen nach der Bestellung davor.',
    funnel: '{converted} von {started} Personen ({rate}) kamen von „{first}“ bis „{last}“.',
    worstStep: 'Die meisten gehen vor „{step}“ verloren: {left}.',
    dropped: '{left} von {started} Personen kamen nicht von „{first}“ bis „{last}“.',
    people: 'Kunden: {count}. Zusammen gaben sie {revenue} aus.',
    orders: '{what}: {count}. Zusammen kommen sie auf {total}.',
    retention: '{later}: {share} der Kunden kamen wieder.',
    lost: '{later}: {share} der Kunden kamen weder dann noch später wieder.',
    segment: 'Größtes Segment: {label}, {customers} Kunden.',
    basket: '{one} mit {other}: {lift}-mal so oft wie zufällig.',
    goal: '{goal}: {status}.',
  },
  notes: {
    again: 'Eine zweite Bestellung zählt, wann immer sie bis jetzt kam.',
    within: 'Gezählt sind nur Kunden, deren erste Bestellung mindestens {days} Tage zurückliegt.',
    funnelWindow: 'Der ganze Weg darf {window} dauern.',
    funnelFilters: 'Der Filter gilt für den ersten Schritt.',
    people: 'Kunden mit mindestens einer Bestellung, unter ihrem Pseudonym.',
    period: 'Bestellungen und Umsatz sind die des Zeitraums.',
    baskets: 'Paare von Artikeln einer Bestellung, in mindestens {minimum} Bestellungen.',
    noGoals: 'Es gibt noch keine Ziele: Die Seite KPIs setzt sie.',
    shownOf: 'Gezeigt sind die ersten {shown} von {all}.',
    retention: 'Gezählt ab dem Zeitraum der ersten Bestellung. Was nicht zu Ende ist, fehlt.',
    running: 'Wer kürzlich bestellte, kann noch wiederkommen.',
  },
  declines: {
    noFocus: 'Es gibt keinen Artikel namens „{name}“.',
    noCounts: 'Einzelne Bestellungen von {metric} sind nicht bekannt.',
  },
};

/** Texts of studies: in German for German questions, in English for all others. */
export const studyTextsIn = (tongue: QuestionLanguage): StudyAnswerTexts =>
  tongue === 'de' ? de : en;
