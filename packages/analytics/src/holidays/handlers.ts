import type { Handlers } from '@olympus/contract';
import { holidayCountries, holidaysOf, toWall } from '@olympus/core';
import { modelLanguageOf } from '@olympus/semantic';
import type { Analytics } from '../analytics.js';
import type { holidayOperations } from './holidays.contract.js';

export function holidayHandlers(
  { holidays, outlooks, surroundings }: Analytics,
  clock: { now(): number },
): Handlers<typeof holidayOperations> {
  return {
    'holidays.list': async ({ tenant, input }) => {
      const { timeZone } = await surroundings(tenant);
      const year = input.year ?? new Date(toWall(timeZone, clock.now())).getUTCFullYear();
      const found = await holidays.country(tenant);
      const language = modelLanguageOf(input.locale);
      return {
        ...found,
        countries: [...holidayCountries],
        year,
        holidays: holidaysOf(found.country ?? undefined, year).map(({ date, name, kind }) => ({
          date,
          name: name[language],
          kind,
        })),
      };
    },
    'holidays.choose': async ({ tenant, input, note }) => {
      await holidays.choose(tenant, input.country);
      outlooks.forget(tenant);
      note({ target: input.country ?? 'automatic' });
      return undefined;
    },
  };
}
