import { createContext, useContext } from 'react';
import type { NumberStyle } from './numbers.js';

const StyleContext = createContext<NumberStyle>({ locale: 'en', currency: 'EUR' });

/** How the shown tenant writes numbers. */
export const NumberStyleProvider = StyleContext.Provider;

export function useNumberStyle(): NumberStyle {
  return useContext(StyleContext);
}
