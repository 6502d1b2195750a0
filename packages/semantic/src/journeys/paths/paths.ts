import Type from 'typebox';
import type { Model } from '../../model/model.js';
import { type Act, actSchema } from '../act.js';
import { type PlannedAct, planAct } from '../plan-act.js';

/** How much one question about paths may ask for. */
export const pathLimits = { depth: 6, top: 20 } as const;

export const pathDirections = ['next', 'previous'] as const;
export type PathDirection = (typeof pathDirections)[number];
export const pathNames = ['page', 'act'] as const;
export type PathName = (typeof pathNames)[number];

const literals = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Optional(Type.Enum([...values] as unknown as T[number][], { description }));

/** What a question about paths says, without tenant and time. */
export const pathProperties = {
  from: Type.Optional(
    Type.Object(actSchema.properties, {
      additionalProperties: false,
      description:
        'The act to begin with, its first in a visit (its last, for previous steps); without it where visits begin or end',
    }),
  ),
  direction: literals(pathDirections, 'Steps after it (next, by default) or before it'),
  depth: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: pathLimits.depth,
      description: 'How many steps; 3 by default',
    }),
  ),
  top: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: pathLimits.top,
      description: 'How many nodes to tell apart at each step; 5 by default, the rest together',
    }),
  ),
  by: literals(pathNames, 'page (default): pages by their path, other acts by name; act: by name'),
} as const;

export interface Paths {
  readonly from?: Act | undefined;
  readonly direction?: PathDirection | undefined;
  readonly depth?: number | undefined;
  readonly top?: number | undefined;
  readonly by?: PathName | undefined;
}

/** A checked question, ready to be compiled for any span. */
export interface PathPlan {
  readonly from: PlannedAct | undefined;
  readonly direction: PathDirection;
  readonly depth: number;
  readonly top: number;
  readonly by: PathName;
}

/** @throws Problems of acts */
export const planPaths = (model: Model, paths: Paths): PathPlan => ({
  from: paths.from && planAct(model, paths.from, '/from'),
  direction: paths.direction ?? 'next',
  depth: paths.depth ?? 3,
  top: paths.top ?? 5,
  by: paths.by ?? 'page',
});
