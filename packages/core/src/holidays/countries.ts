import {
  asFeast,
  asShopping,
  easter,
  fixed,
  type HolidayRule,
  nth,
  nthWeekday,
  once,
  substituted,
} from './rules.js';

const dayMs = 86_400_000;
const [sunday, monday, thursday] = [0, 1, 4] as const;

const newYear = fixed(1, 1, 'New Year’s Day', 'Neujahr');
const epiphany = fixed(1, 6, 'Epiphany', 'Heilige Drei Könige');
const goodFriday = easter(-2, 'Good Friday', 'Karfreitag');
const easterDay = easter(0, 'Easter Sunday', 'Ostersonntag');
const easterMonday = easter(1, 'Easter Monday', 'Ostermontag');
const ascension = easter(39, 'Ascension Day', 'Christi Himmelfahrt');
const whitSunday = easter(49, 'Whit Sunday', 'Pfingstsonntag');
const whitMonday = easter(50, 'Whit Monday', 'Pfingstmontag');
const corpusChristi = easter(60, 'Corpus Christi', 'Fronleichnam');
const labourDay = fixed(5, 1, 'Labour Day', 'Tag der Arbeit');
const assumption = fixed(8, 15, 'Assumption Day', 'Mariä Himmelfahrt');
const allSaints = fixed(11, 1, 'All Saints’ Day', 'Allerheiligen');
const conception = fixed(12, 8, 'Immaculate Conception', 'Mariä Empfängnis');
const christmasEve = fixed(12, 24, 'Christmas Eve', 'Heiligabend');
const christmas = fixed(12, 25, 'Christmas Day', 'Erster Weihnachtstag');
const secondChristmas = fixed(12, 26, 'Second Day of Christmas', 'Zweiter Weihnachtstag');

/** King's Day, and Queen's Day until 2013; a day earlier (or, until 1979, later) where it is a Sunday. */
const kingsDay: HolidayRule = {
  name: { en: 'King’s Day', de: 'Königstag' },
  kind: 'public',
  on: (year) => {
    const date = Date.UTC(year, 3, year >= 2014 ? 27 : 30);
    return new Date(date).getUTCDay() === sunday ? date - dayMs : date;
  },
};

/** Holidays of a whole country by ISO 3166-1; those of regions only are not in it. */
export const countryRules: Readonly<Record<string, readonly HolidayRule[]>> = {
  AT: [
    newYear,
    epiphany,
    easterMonday,
    labourDay,
    ascension,
    whitMonday,
    corpusChristi,
    assumption,
    fixed(10, 26, 'National Day', 'Nationalfeiertag'),
    allSaints,
    conception,
    christmas,
    fixed(12, 26, 'St Stephen’s Day', 'Stefanitag'),
  ],
  CH: [
    newYear,
    goodFriday,
    easterMonday,
    ascension,
    whitMonday,
    fixed(8, 1, 'National Day', 'Bundesfeier'),
    christmas,
    fixed(12, 26, 'St Stephen’s Day', 'Stephanstag'),
  ],
  DE: [
    newYear,
    goodFriday,
    easterMonday,
    labourDay,
    ascension,
    whitMonday,
    fixed(10, 3, 'Day of German Unity', 'Tag der Deutschen Einheit'),
    once('2017-10-31', 'Reformation Day', 'Reformationstag'),
    christmas,
    secondChristmas,
  ],
  ES: [
    newYear,
    epiphany,
    goodFriday,
    labourDay,
    assumption,
    fixed(10, 12, 'National Day', 'Spanischer Nationalfeiertag'),
    allSaints,
    fixed(12, 6, 'Constitution Day', 'Tag der Verfassung'),
    conception,
    christmas,
  ],
  FR: [
    newYear,
    easterMonday,
    labourDay,
    fixed(5, 8, 'Victory Day', 'Tag des Sieges'),
    ascension,
    whitMonday,
    fixed(7, 14, 'Bastille Day', 'Französischer Nationalfeiertag'),
    assumption,
    allSaints,
    fixed(11, 11, 'Armistice Day', 'Tag des Waffenstillstands'),
    christmas,
  ],
  GB: [
    substituted(newYear),
    goodFriday,
    easterMonday,
    nth(1, monday, 5, 'Early May Bank Holiday', 'Früher Mai-Feiertag', { 2020: '2020-05-08' }),
    nth(-1, monday, 5, 'Spring Bank Holiday', 'Frühlingsfeiertag', {
      2002: '2002-06-04',
      2012: '2012-06-04',
      2022: '2022-06-02',
    }),
    nth(-1, monday, 8, 'Summer Bank Holiday', 'Sommerfeiertag'),
    once('2011-04-29', 'Royal Wedding', 'Königliche Hochzeit'),
    once('2012-06-05', 'Diamond Jubilee', 'Diamantenes Thronjubiläum'),
    once('2022-06-03', 'Platinum Jubilee', 'Platin-Thronjubiläum'),
    once('2022-09-19', 'State Funeral', 'Staatsbegräbnis'),
    once('2023-05-08', 'Coronation', 'Krönungsfeiertag'),
    substituted(christmas),
    substituted(fixed(12, 26, 'Boxing Day', 'Zweiter Weihnachtstag')),
  ],
  IT: [
    newYear,
    epiphany,
    easterMonday,
    fixed(4, 25, 'Liberation Day', 'Tag der Befreiung'),
    labourDay,
    fixed(6, 2, 'Republic Day', 'Tag der Republik'),
    assumption,
    allSaints,
    conception,
    christmas,
    fixed(12, 26, 'St Stephen’s Day', 'Stephanstag'),
  ],
  NL: [
    newYear,
    easterMonday,
    kingsDay,
    fixed(5, 5, 'Liberation Day', 'Tag der Befreiung'),
    ascension,
    whitMonday,
    christmas,
    secondChristmas,
  ],
  PL: [
    newYear,
    fixed(1, 6, 'Epiphany', 'Heilige Drei Könige', { since: 2011 }),
    easterMonday,
    labourDay,
    fixed(5, 3, 'Constitution Day', 'Tag der Verfassung'),
    corpusChristi,
    assumption,
    allSaints,
    fixed(11, 11, 'Independence Day', 'Unabhängigkeitstag'),
    fixed(12, 24, 'Christmas Eve', 'Heiligabend', { since: 2025 }),
    christmas,
    secondChristmas,
  ],
  US: [
    newYear,
    nth(3, monday, 1, 'Martin Luther King Day', 'Martin-Luther-King-Tag'),
    nth(3, monday, 2, 'Presidents’ Day', 'Tag der Präsidenten'),
    nth(-1, monday, 5, 'Memorial Day', 'Memorial Day'),
    fixed(6, 19, 'Juneteenth', 'Juneteenth', { since: 2021 }),
    fixed(7, 4, 'Independence Day', 'Unabhängigkeitstag'),
    nth(1, monday, 9, 'Labor Day', 'Labor Day'),
    nth(2, monday, 10, 'Columbus Day', 'Kolumbus-Tag'),
    fixed(11, 11, 'Veterans Day', 'Tag der Veteranen'),
    nth(4, thursday, 11, 'Thanksgiving', 'Thanksgiving'),
    christmas,
  ],
};

/** Kept in all of these countries, whatever the law says. */
export const feasts: readonly HolidayRule[] = [
  easterDay,
  whitSunday,
  christmasEve,
  fixed(12, 31, 'New Year’s Eve', 'Silvester'),
].map(asFeast);

const afterThanksgiving = (days: number, name: string): HolidayRule => ({
  name: { en: name, de: name },
  kind: 'shopping',
  on: (year) => nthWeekday(year, 11, thursday, 4) + days * dayMs,
});

/** Days on which shops sell more, everywhere. */
export const shoppingDays: readonly HolidayRule[] = [
  asShopping(fixed(11, 11, 'Singles’ Day', 'Singles’ Day', { since: 2009 })),
  afterThanksgiving(1, 'Black Friday'),
  afterThanksgiving(4, 'Cyber Monday'),
];
