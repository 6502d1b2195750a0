import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** How every page is looked at: in light and dark, on a desk and on a phone (width in px). */
export const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1440, 390].map((width) => ({ colorScheme, width })),
);

/**
 * What keeps people from using a page, by WCAG 2.2 AA: rule and elements.
 * Looked for within the page itself, which takes less than half as long as from another; no page
 * frames others.
 */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode(true)
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
