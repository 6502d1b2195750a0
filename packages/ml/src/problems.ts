import { Problem } from '@olympus/core';

export const modelNotFound = (kind: string, version: number) =>
  new Problem({
    code: 'model_not_found',
    kind: 'not_found',
    message: `There is no version ${version} of the ${kind} model`,
    remedy: 'Look at the list of models.',
  });

export const nothingToRollBack = (kind: string) =>
  new Problem({
    code: 'nothing_to_roll_back',
    kind: 'conflict',
    message: `No ${kind} model ran before the one that runs`,
    remedy: 'Promote another version, or train one.',
  });

export const tooLittleData = (reason: string) =>
  new Problem({
    code: 'too_little_data',
    kind: 'conflict',
    message: `There is too little to learn from: ${reason}`,
    remedy: 'Try again when there are more orders, or import older ones.',
  });
