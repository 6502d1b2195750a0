import {
  countryOfLocale,
  countryOfZone,
  createHolidayCalendar,
  type HolidayCalendar,
  holidayCountries,
  Problem,
  type TenantId,
} from '@olympus/core';
import type { AnalyticsPlatform, AskPlatform, JsonSetting } from '../ports.js';

/** Where a business's holidays come from. */
export interface HolidayCountry {
  /** ISO 3166-1; null where none is known, and shopping days alone count. */
  readonly country: string | null;
  /** Whether somebody chose it; otherwise the business's time zone, or else its locale, names it. */
  readonly chosen: boolean;
}

/** The days that a business knows beforehand not to be like others. */
export interface TenantHolidays {
  of(tenant: TenantId): Promise<HolidayCalendar>;
  country(tenant: TenantId): Promise<HolidayCountry>;
  /** @param country  null for what the time zone or locale names. @throws Problem `unknown_country` */
  choose(tenant: TenantId, country: string | null): Promise<void>;
}

const isCountry = (value: unknown): boolean =>
  typeof value === 'string' && holidayCountries.includes(value);

const setting: JsonSetting = {
  name: 'analytics.holiday_country',
  secret: false,
  parse: (value) => (isCountry(value) ? value : null),
};

export function createTenantHolidays({
  tenants,
  settings,
}: {
  readonly tenants: AnalyticsPlatform['tenants'];
  readonly settings: AskPlatform['settings'] | undefined;
}): TenantHolidays {
  const calendars = new Map<string | null, HolidayCalendar>();
  const country: TenantHolidays['country'] = async (tenant) => {
    const chosen = await settings?.get(tenant, setting);
    if (isCountry(chosen)) return { country: String(chosen), chosen: true };
    const profile = await tenants.get(tenant);
    const found = countryOfZone(profile?.timeZone ?? '') ?? countryOfLocale(profile?.locale ?? '');
    return { country: found ?? null, chosen: false };
  };
  return {
    country,
    of: async (tenant) => {
      const found = await country(tenant);
      const calendar =
        calendars.get(found.country) ?? createHolidayCalendar(found.country ?? undefined);
      calendars.set(found.country, calendar);
      return calendar;
    },
    choose: async (tenant, chosen) => {
      if (chosen !== null && !isCountry(chosen)) {
        throw new Problem({
          code: 'unknown_country',
          kind: 'invalid',
          message: `The holidays of "${chosen.slice(0, 20)}" are not known`,
          at: '/country',
          remedy: `Use one of ${holidayCountries.join(', ')}, or null.`,
        });
      }
      await settings?.set(tenant, setting, chosen ?? undefined);
    },
  };
}
