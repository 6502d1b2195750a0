import { Monitor, Moon, Sun } from 'lucide-react';
import type { Theme } from '../app/theme.js';
import { LANGUAGES, type Language } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import type { Choice } from '../ui/menu.js';

export function useThemeChoices(): readonly Choice<Theme>[] {
  const { t } = useTexts();
  return [
    { value: 'light', label: t('theme.light'), icon: <Sun size={14} aria-hidden="true" /> },
    { value: 'dark', label: t('theme.dark'), icon: <Moon size={14} aria-hidden="true" /> },
    { value: 'system', label: t('theme.system'), icon: <Monitor size={14} aria-hidden="true" /> },
  ];
}

/** `auto` stands for the shop's language. Languages are called by their own names. */
export function useLanguageChoices(): readonly Choice<Language | 'auto'>[] {
  const { t } = useTexts();
  return [
    { value: 'auto', label: t('preferences.languageOfShop') },
    { value: 'en', label: LANGUAGES.en },
    { value: 'de', label: LANGUAGES.de },
  ];
}
