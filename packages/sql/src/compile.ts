import type { Dialect } from './dialect.js';
import type { Fragment } from './fragment.js';
import type { Parameter, Statement } from './statement.js';

/** The fragment as one statement of the dialect; a parameter that occurs twice is bound once. */
export function compile(fragment: Fragment, dialect: Dialect): Statement {
  const positions = new Map<Parameter, number>();
  const parameters: Parameter[] = [];
  let text = '';
  for (const part of fragment.parts) {
    switch (part.kind) {
      case 'text':
        text += part.text;
        break;
      case 'identifier':
        text += dialect.quote(part.name);
        break;
      case 'parameter': {
        let position = positions.get(part.parameter);
        if (position === undefined) {
          position = parameters.push(part.parameter);
          positions.set(part.parameter, position);
        }
        text += dialect.placeholder(position, part.parameter);
        break;
      }
    }
  }
  return { text, parameters };
}
