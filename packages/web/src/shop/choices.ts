import type { Choice } from '../ui/menu.js';

/** Some of the locales that shops are run in; a shop may have another one. */
const LOCALES =
  'en-GB en-US en-CA en-AU en-IE en-IN de-DE de-AT de-CH fr-FR fr-CA fr-CH fr-BE it-IT es-ES es-MX pt-PT pt-BR nl-NL nl-BE da-DK sv-SE nb-NO fi-FI pl-PL cs-CZ sk-SK sl-SI hr-HR hu-HU ro-RO bg-BG el-GR et-EE lv-LV lt-LT uk-UA tr-TR he-IL ar-AE ja-JP ko-KR zh-CN zh-TW th-TH id-ID vi-VN'.split(
    ' ',
  );

function withCurrent(all: readonly string[], current: string): readonly string[] {
  return current === '' || all.includes(current) ? all : [current, ...all];
}

export function zoneChoices(current: string): readonly Choice<string>[] {
  return withCurrent(['UTC', ...Intl.supportedValuesOf('timeZone')], current).map((value) => ({
    value,
    label: value.replaceAll('_', ' '),
  }));
}

export function currencyChoices(current: string, language: string): readonly Choice<string>[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  return withCurrent(Intl.supportedValuesOf('currency'), current).map((value) => ({
    value,
    label: `${value} · ${names.of(value) ?? value}`,
  }));
}

export function localeChoices(current: string, language: string): readonly Choice<string>[] {
  const names = new Intl.DisplayNames(language, { type: 'language', languageDisplay: 'standard' });
  return withCurrent(LOCALES, current)
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
}
