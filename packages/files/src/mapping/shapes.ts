import { Type } from 'typebox';

export const closed = { additionalProperties: false } as const;
export const Text = Type.String({ minLength: 1, maxLength: 500 });
