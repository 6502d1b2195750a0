import { defineTexts } from '../messages/use-texts.js';

export const sendingTexts = defineTexts({
  en: {
    ways: 'Ways to send',
    'way.curl': 'curl',
    'way.node': 'Node',
    'way.segment': 'Segment',
    'way.till': 'Till (HTTP)',
    'about.curl': 'Paste it into a terminal: it sends one order.',
    'about.node':
      'For servers in JavaScript or TypeScript. Retries by itself; nothing is stored twice.',
    'about.segment':
      'Any Segment library works: point it at this address, with the key as write key.',
    'about.till': 'What a till or any other program has to send: one request, over plain HTTP.',
    copy: 'Copy the code',
    once: 'This is the only time that the secret is shown. Keep it where secrets are kept.',
    copySecret: 'Copy the secret',
    secret: 'Secret',
    make: 'Make a key',
    making: 'Making it…',
    makeHint: 'A key that may send events of {shop}, and nothing else.',
    keyName: 'First key',
    made: 'The key is made',
  },
  de: {
    ways: 'Wege zu senden',
    'way.curl': 'curl',
    'way.node': 'Node',
    'way.segment': 'Segment',
    'way.till': 'Kasse (HTTP)',
    'about.curl': 'In ein Terminal einfügen: Es sendet eine Bestellung.',
    'about.node':
      'Für Server in JavaScript oder TypeScript. Versucht es von selbst erneut; nichts wird doppelt gespeichert.',
    'about.segment':
      'Jede Segment-Bibliothek passt: mit dieser Adresse und dem Schlüssel als Write Key.',
    'about.till':
      'Was eine Kasse oder ein anderes Programm senden muss: eine Anfrage über einfaches HTTP.',
    copy: 'Code kopieren',
    once: 'Das Geheimnis wird nur dieses eine Mal gezeigt. Bewahren Sie es dort auf, wo Geheimnisse liegen.',
    copySecret: 'Geheimnis kopieren',
    secret: 'Geheimnis',
    make: 'Schlüssel anlegen',
    making: 'Wird angelegt…',
    makeHint: 'Ein Schlüssel, der Ereignisse von {shop} senden darf und sonst nichts.',
    keyName: 'Erster Schlüssel',
    made: 'Der Schlüssel ist angelegt',
  },
});
