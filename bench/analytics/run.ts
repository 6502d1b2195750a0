/**
 * Prints how fast questions about people are answered, against SQL by hand on the same file.
 * Usage: npx tsx --conditions=source bench/analytics/run.ts [section…]
 */
import { runSections } from '../sections.js';

await runSections(new URL('.', import.meta.url));
