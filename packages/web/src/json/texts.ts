import { defineTexts } from '../messages/use-texts.js';

export const jsonTexts = defineTexts({
  en: {
    here: 'Line {line}: {reason}',
    copy: 'Copy the JSON',
    syntax: 'This is no JSON: something is missing or too much.',
    syntaxAt: 'This is no JSON: look at line {line}.',
    notObject: 'It must be one JSON object, in braces.',
  },
  de: {
    here: 'Zeile {line}: {reason}',
    copy: 'JSON kopieren',
    syntax: 'Das ist kein JSON: Etwas fehlt oder ist zu viel.',
    syntaxAt: 'Das ist kein JSON: siehe Zeile {line}.',
    notObject: 'Es muss ein JSON-Objekt sein, in geschweiften Klammern.',
  },
});
