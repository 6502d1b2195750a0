import { useEffect } from 'react';
import { parseAddress, textAt } from '../../address/address.js';
import { showTheme } from '../../app/theme.js';
import { languageOf, showLanguage } from '../../messages/language.js';

/**
 * The look that the site around a frame asks for in its address: `?theme=dark&lang=de`. Nothing of it is
 * remembered: the visitor's own choices are about the application.
 */
export function useEmbedLook(embedded: boolean): void {
  useEffect(() => {
    if (!embedded) return;
    const address = parseAddress(location.search);
    const theme = textAt(address, 'theme');
    if (theme === 'light' || theme === 'dark') showTheme(theme);
    const language = languageOf(textAt(address, 'lang'));
    if (language) void showLanguage(language);
  }, [embedded]);
}
