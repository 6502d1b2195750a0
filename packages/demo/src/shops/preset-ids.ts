/** The shops that can be filled by name; the first is the demo that a new server shows. */
export const presetIds = ['home-and-garden', 'restaurants', 'subscription'] as const;

export type PresetId = (typeof presetIds)[number];
