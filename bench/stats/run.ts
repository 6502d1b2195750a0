/**
 * Prints what the statistics reach against their references.
 * Usage: npx tsx --conditions=source bench/stats/run.ts [section…]
 */
import { runSections } from '../sections.js';

await runSections(new URL('.', import.meta.url));
