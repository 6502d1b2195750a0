import fc from 'fast-check';

/**
 * Property tests draw the same cases on every run, so that a change is judged by itself.
 * `FC_SEED=random npm test` looks further; a case it finds belongs into the test as an example.
 */
const { FC_SEED: seed } = process.env;
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed ?? 20_261_120) });
