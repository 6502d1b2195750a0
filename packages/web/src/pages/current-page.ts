import type { SessionTenant } from '@olympus/sdk';
import { createContext, useContext } from 'react';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import type { Page, PageTitle } from './define-page.js';

interface CurrentPage {
  readonly page: Page;
  readonly tenant: SessionTenant;
}

const CurrentPageContext = createContext<CurrentPage | undefined>(undefined);
export const CurrentPageProvider = CurrentPageContext.Provider;

/**
 * The page shown, and the tenant that it is about.
 * @throws Error outside of a page
 */
export function useCurrentPage(): CurrentPage {
  const current = useContext(CurrentPageContext);
  if (!current) throw new Error('This is only for pages');
  return current;
}

/** The tenant that the page is about. */
export function useTenant(): SessionTenant {
  return useCurrentPage().tenant;
}

/** Reads titles of pages in the reader's language. */
export function usePageTitles(): (title: PageTitle) => string {
  const language = useLanguage();
  const { t } = useTexts();
  return (title) => (typeof title === 'string' ? t(title) : title[language]);
}
