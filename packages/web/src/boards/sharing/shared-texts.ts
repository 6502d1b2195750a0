import { defineTexts } from '../../messages/use-texts.js';

export const sharedTexts = defineTexts({
  en: {
    loading: 'The dashboard is loading',
    over: 'This link no longer leads anywhere',
    overAbout: 'It has ended or was taken back. Ask whoever gave it to you for a new one.',
    failed: 'The dashboard could not be loaded',
    footer: '{shop} · {currency}, days in {zone} · this link holds until {time}',
    period: 'Period',
    asSaved: 'As it was shared',
    empty: 'There is nothing on this dashboard.',
  },
  de: {
    loading: 'Das Dashboard wird geladen',
    over: 'Dieser Link führt nirgends mehr hin',
    overAbout: 'Er ist abgelaufen oder wurde zurückgenommen. Bitten Sie um einen neuen.',
    failed: 'Das Dashboard konnte nicht geladen werden',
    footer: '{shop} · {currency}, Tage in {zone} · dieser Link gilt bis {time}',
    period: 'Zeitraum',
    asSaved: 'Wie geteilt',
    empty: 'Auf diesem Dashboard liegt nichts.',
  },
});
