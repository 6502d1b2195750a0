import { isTimeZone } from '@olympus/core';

const minute = 60_000;

/** Abbreviations that exports write behind times, as minutes east of Greenwich. */
const abbreviations: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  BST: 60,
  WEST: 60,
  CET: 60,
  CEST: 120,
  MEZ: 60,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  JST: 540,
  AEST: 600,
  AEDT: 660,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

const offsetPattern = /^(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d{2})?$/;

/** Offset from UTC that a text such as `+02:00`, `+0200`, `Z` or `PDT` names, in milliseconds. */
export function parseOffset(text: string): number | undefined {
  const upper = text.trim().toUpperCase();
  const known = abbreviations[upper];
  if (known !== undefined) return known * minute;
  const match = offsetPattern.exec(upper);
  if (match === null) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > 14 * 60) return undefined;
  return (match[1] === '-' ? -minutes : minutes) * minute;
}

/** Names that tills and shops use for zones of the IANA database. */
const spoken: Readonly<Record<string, string>> = {
  'eastern time (us & canada)': 'America/New_York',
  'central time (us & canada)': 'America/Chicago',
  'mountain time (us & canada)': 'America/Denver',
  'pacific time (us & canada)': 'America/Los_Angeles',
  arizona: 'America/Phoenix',
  alaska: 'America/Anchorage',
  hawaii: 'Pacific/Honolulu',
  london: 'Europe/London',
  dublin: 'Europe/Dublin',
  paris: 'Europe/Paris',
  madrid: 'Europe/Madrid',
  berlin: 'Europe/Berlin',
  amsterdam: 'Europe/Amsterdam',
  rome: 'Europe/Rome',
  tokyo: 'Asia/Tokyo',
  sydney: 'Australia/Sydney',
  melbourne: 'Australia/Melbourne',
};

/** A zone from its IANA name or a name that tills use. */
export function findZone(name: string): string | undefined {
  const trimmed = name.trim();
  const known = spoken[trimmed.toLowerCase()];
  if (known !== undefined) return known;
  return /[/]|^UTC$/.test(trimmed) && isTimeZone(trimmed) ? trimmed : undefined;
}
