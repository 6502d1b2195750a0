import { defineTexts } from '../messages/use-texts.js';

export const healthTexts = defineTexts({
  en: {
    loadFailed: 'The state of the server could not be asked for',
    'status.ok': 'Works',
    'status.degraded': 'Degraded',
    'status.down': 'Down',
    'all.ok': 'Everything works',
    'all.degraded': 'Works, with something to look at',
    'all.down': 'Something is down',
    version: 'Olympus {version}',
    asked: 'Asked again every ten seconds.',
    details: 'Details are for operators of this server.',
    components: 'Components',
  },
  de: {
    loadFailed: 'Der Zustand des Servers konnte nicht erfragt werden',
    'status.ok': 'Läuft',
    'status.degraded': 'Eingeschränkt',
    'status.down': 'Ausgefallen',
    'all.ok': 'Alles läuft',
    'all.degraded': 'Es läuft, aber etwas braucht Aufmerksamkeit',
    'all.down': 'Etwas ist ausgefallen',
    version: 'Olympus {version}',
    asked: 'Wird alle zehn Sekunden erneut erfragt.',
    details: 'Einzelheiten sehen nur Betreiber dieses Servers.',
    components: 'Bestandteile',
  },
});
