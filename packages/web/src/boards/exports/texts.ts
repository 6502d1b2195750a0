import { defineTexts } from '../../messages/use-texts.js';

export const exportTexts = defineTexts({
  en: {
    export: 'Export',
    all: 'Every row…',
    allTitle: 'Every row as a file',
    allAbout:
      'Up to 200,000 rows of a series, made in the background. The link to the file holds for a day.',
    format: 'Format',
    make: 'Make the file',
    making: 'The file is being made',
    failed: 'The file could not be made.',
    made: '{rows} rows. The link holds until {time}.',
    truncated: 'There are more rows than fit into one file.',
    fetch: 'Fetch the file',
  },
  de: {
    export: 'Exportieren',
    all: 'Alle Zeilen …',
    allTitle: 'Alle Zeilen als Datei',
    allAbout:
      'Bis zu 200.000 Zeilen einer Reihe, im Hintergrund erstellt. Der Link zur Datei gilt einen Tag.',
    format: 'Format',
    make: 'Datei erstellen',
    making: 'Die Datei wird erstellt',
    failed: 'Die Datei konnte nicht erstellt werden.',
    made: '{rows} Zeilen. Der Link gilt bis {time}.',
    truncated: 'Es gibt mehr Zeilen, als in eine Datei passen.',
    fetch: 'Datei holen',
  },
});
