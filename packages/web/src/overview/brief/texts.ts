import { defineTexts } from '../../messages/use-texts.js';

export const briefTexts = defineTexts({
  en: {
    title: 'Morning brief',
    quiet: 'Nothing unusual.',
    quietText: { one: '{count} thing was looked at.', other: '{count} things were looked at.' },
    through: 'through {date}',
    atStake: '{money} at stake',
    certain: '{share} certain',
    failed: 'The brief could not be made.',
    open: 'All {count}',
    openOne: 'More',
    close: 'Close',
  },
  de: {
    title: 'Der Morgen in Kürze',
    quiet: 'Nichts Auffälliges.',
    quietText: { one: '{count} Sache wurde angesehen.', other: '{count} Dinge wurden angesehen.' },
    through: 'bis {date}',
    atStake: 'es geht um {money}',
    certain: 'zu {share} sicher',
    failed: 'Der Überblick gelang nicht.',
    open: 'Alle {count}',
    openOne: 'Mehr',
    close: 'Schließen',
  },
});
