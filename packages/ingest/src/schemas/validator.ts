import type { SchemaRule } from '../parse/envelope.js';
import { formats } from './formats.js';

/** Why a value does not fit a schema. */
export interface SchemaFailure {
  /** JSON pointer from the value's root. */
  readonly path: string;
  readonly reason: string;
  readonly rule: SchemaRule;
}

/** @returns undefined when the value fits, else the first failure */
export type SchemaValidator = (value: unknown) => SchemaFailure | undefined;

type Json = Readonly<Record<string, unknown>>;
type Failure = Omit<SchemaFailure, 'path'>;
/** False when the value does not fit; then the run says why. */
type Check = (value: unknown, run: Run) => boolean;
/** A check of values of one type; others fit. */
interface Rules {
  readonly text: Check[];
  readonly number: Check[];
  readonly any: Check[];
  readonly array: Check[];
  readonly object: Check[];
}

/** Steps that checking one value may take: some milliseconds at most, whatever it is checked with. */
const maxSteps = 1_000_000;
/** Characters of a text that count as a step. */
const charactersAStep = 16;

class Run {
  failure: Failure | undefined;
  path = '';
  left = maxSteps;

  fail(failure: Failure): false {
    this.failure = failure;
    this.path = '';
    return false;
  }

  /** @throws BudgetSpent */
  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) throw budgetSpent;
  }
}

const budgetSpent = new Error('checking took too many steps');
const tooMuch: SchemaFailure = {
  path: '',
  reason: 'is too large to be checked against its schema',
  rule: { keyword: 'steps', limit: maxSteps },
};

/**
 * A JSON Schema (draft 7) as functions: nothing is made into code, and checking one value takes a
 * bounded number of steps. Keywords that it does not know mean nothing. Of failures of `anyOf` and
 * `oneOf` the first branch's is told.
 * @throws RangeError for a schema that nests too deeply, Error for one that is none
 */
export function compileSchema(schema: unknown): SchemaValidator {
  const check = compile(schema);
  return (value) => {
    const run = new Run();
    try {
      if (check(value, run)) return undefined;
    } catch (error) {
      if (error === budgetSpent) return tooMuch;
      throw error;
    }
    const { failure, path } = run;
    return failure === undefined ? undefined : { path, ...failure };
  };
}

const failureOf = (keyword: string, reason: string, limit?: unknown): Failure => ({
  reason,
  rule: { keyword, ...(typeof limit === 'number' ? { limit } : {}) },
});

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function compile(schema: unknown): Check {
  if (schema === true) return () => true;
  if (schema === false) {
    const failure = failureOf('false schema', 'boolean schema is false');
    return (_value, run) => run.fail(failure);
  }
  if (!isObject(schema)) throw new Error('a schema is an object, true or false');
  const rules: Rules = { text: [], number: [], any: [], array: [], object: [] };
  addNumberRules(schema, rules);
  addTextRules(schema, rules);
  addEqualityRules(schema, rules);
  addBranches(schema, rules);
  addArrayRules(schema, rules);
  addObjectRules(schema, rules);
  const type = schema.type === undefined ? undefined : typeCheck(schema);
  const { text, number, any, array, object } = rules;
  return (value, run) => {
    run.spend(1);
    if (type !== undefined && !type(value, run)) return false;
    if (typeof value === 'string') return all(text, value, run) && all(any, value, run);
    if (typeof value === 'number') return all(number, value, run) && all(any, value, run);
    if (!all(any, value, run)) return false;
    if (Array.isArray(value)) return all(array, value, run);
    return typeof value === 'object' && value !== null ? all(object, value, run) : true;
  };
}

function all(checks: readonly Check[], value: unknown, run: Run): boolean {
  for (const check of checks) if (!check(value, run)) return false;
  return true;
}

const typeTests: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: Array.isArray,
  object: isObject,
};

function typeCheck({ type, nullable }: Json): Check {
  const names = (Array.isArray(type) ? type : [type]).map(String);
  const tests = (nullable === true ? [...names, 'null'] : names).map((name) => {
    const test = typeTests[name];
    if (test === undefined) throw new Error(`there is no type "${name}"`);
    return test;
  });
  const shown = names.join(',');
  const failure = {
    reason: `must be ${shown}`,
    rule: { keyword: 'type', ...(Array.isArray(type) ? {} : { type: shown }) },
  };
  const [first, ...others] = tests;
  if (first !== undefined && others.length === 0) {
    return (value, run) => first(value) || run.fail(failure);
  }
  return (value, run) => tests.some((test) => test(value)) || run.fail(failure);
}

/** Adds the check of a keyword whose value is a number. */
function addBound(
  schema: Json,
  keyword: string,
  into: Check[],
  reason: (limit: number) => string,
  fits: (limit: number) => (value: never, run: Run) => boolean,
): void {
  const limit = schema[keyword];
  if (typeof limit !== 'number') return;
  const failure = failureOf(keyword, reason(limit), limit);
  const test = fits(limit) as Check;
  into.push((value, run) => test(value, run) || run.fail(failure));
}

function addNumberRules(schema: Json, { number }: Rules): void {
  const bound = (
    keyword: string,
    sign: string,
    fits: (value: number, limit: number) => boolean,
  ): void =>
    addBound(
      schema,
      keyword,
      number,
      (limit) => `must be ${sign} ${limit}`,
      (limit) => (value: number) => fits(value, limit),
    );
  bound('maximum', '<=', (value, limit) => value <= limit);
  bound('minimum', '>=', (value, limit) => value >= limit);
  bound('exclusiveMaximum', '<', (value, limit) => value < limit);
  bound('exclusiveMinimum', '>', (value, limit) => value > limit);
  addBound(
    schema,
    'multipleOf',
    number,
    (limit) => `must be multiple of ${limit}`,
    (limit) => (value: number) => Number.isInteger(value / limit),
  );
}

/** Characters as people count them, at least `enough` of them where there are more. */
function lengthOf(text: string, run: Run): number {
  run.spend(text.length / charactersAStep);
  let length = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    if ((text.charCodeAt(i) & 0xfc00) !== 0xd800) continue;
    if ((text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      length -= 1;
      i += 1;
    }
  }
  return length;
}

function addTextRules(schema: Json, { text }: Rules): void {
  addBound(
    schema,
    'maxLength',
    text,
    (limit) => `must NOT have more than ${limit} characters`,
    // units of text are at least as many as characters
    (limit) => (value: string, run) => value.length <= limit || lengthOf(value, run) <= limit,
  );
  addBound(
    schema,
    'minLength',
    text,
    (limit) => `must NOT have fewer than ${limit} characters`,
    (limit) => (value: string, run) =>
      value.length >= limit * 2 || (value.length >= limit && lengthOf(value, run) >= limit),
  );
  if (typeof schema.pattern === 'string') {
    const pattern = new RegExp(schema.pattern, 'u');
    const failure = failureOf('pattern', `must match pattern "${schema.pattern}"`);
    text.push((value, run) => {
      run.spend(String(value).length / charactersAStep);
      return pattern.test(String(value)) || run.fail(failure);
    });
  }
  const format = typeof schema.format === 'string' ? formats[schema.format] : undefined;
  if (format !== undefined) {
    const failure = failureOf('format', `must match format "${schema.format}"`);
    text.push((value, run) => {
      run.spend(String(value).length / charactersAStep);
      return format(String(value)) || run.fail(failure);
    });
  }
}

function addEqualityRules(schema: Json, { any }: Rules): void {
  if (schema.const !== undefined) {
    const failure = failureOf('const', 'must be equal to constant');
    const same = isOneOf([schema.const]);
    any.push((value, run) => same(value, run) || run.fail(failure));
  }
  if (Array.isArray(schema.enum)) {
    const failure = failureOf('enum', 'must be equal to one of the allowed values');
    const same = isOneOf(schema.enum);
    any.push((value, run) => same(value, run) || run.fail(failure));
  }
}

/** Membership in a list of values, in one look-up: whole values are compared by their text. */
function isOneOf(values: readonly unknown[]): Check {
  const plain = new Set(values.filter((value) => typeof value !== 'object' || value === null));
  const whole = new Set(
    values
      .filter((value) => typeof value === 'object' && value !== null)
      .map((value) => textOf(value, undefined)),
  );
  return (value, run) =>
    typeof value === 'object' && value !== null
      ? whole.size > 0 && whole.has(textOf(value, run))
      : plain.has(value);
}

/** The same text for equal values, whatever the order of members. */
function textOf(value: unknown, run: Run | undefined): string {
  run?.spend(1);
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item, run)).join(',')}]`;
  if (!isObject(value)) {
    if (typeof value === 'string') run?.spend(value.length / charactersAStep);
    // numbers that are equal are printed alike, but for zero's sign
    return JSON.stringify(value === 0 ? 0 : value);
  }
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${textOf(value[name], run)}`);
  return `{${members.join(',')}}`;
}

function addBranches(schema: Json, { any }: Rules): void {
  if (schema.not !== undefined) {
    const check = compile(schema.not);
    const failure = failureOf('not', 'must NOT be valid');
    any.push((value, run) => !check(value, run) || run.fail(failure));
  }
  const branches = (keyword: string): Check[] | undefined => {
    const given = schema[keyword];
    return Array.isArray(given) ? given.map(compile) : undefined;
  };
  const anyOf = branches('anyOf');
  if (anyOf !== undefined)
    any.push(oneFits(anyOf, 1, failureOf('anyOf', 'must match a schema in anyOf')));
  const oneOf = branches('oneOf');
  if (oneOf !== undefined) {
    const failure = failureOf('oneOf', 'must match exactly one schema in oneOf');
    any.push(oneFits(oneOf, 2, failure));
  }
  const allOf = branches('allOf');
  if (allOf !== undefined) any.push((value, run) => all(allOf, value, run));
  if (schema.if !== undefined) {
    const condition = compile(schema.if);
    const yes = compile(schema.then ?? true);
    const no = compile(schema.else ?? true);
    any.push((value, run) => (condition(value, run) ? yes : no)(value, run));
  }
}

/** @param tooMany as many that fit at once are a failure; with 1, the first that fits is enough */
function oneFits(branches: readonly Check[], tooMany: 1 | 2, failure: Failure): Check {
  return (value, run) => {
    let first: Failure | undefined;
    let path = '';
    let fitting = 0;
    for (const branch of branches) {
      if (branch(value, run)) {
        fitting += 1;
        if (tooMany === 1) return true;
        if (fitting === tooMany) return run.fail(failure);
      } else if (first === undefined) {
        first = run.failure;
        path = run.path;
      }
    }
    if (fitting === 1) return true;
    run.failure = first ?? failure;
    run.path = path;
    return false;
  };
}

/** Runs the check of a member or an item; a failure's path starts with its name. */
function within(check: Check, value: unknown, name: string | number, run: Run): boolean {
  if (check(value, run)) return true;
  const segment =
    typeof name === 'number' ? name : name.replaceAll('~', '~0').replaceAll('/', '~1');
  run.path = `/${segment}${run.path}`;
  return false;
}

function addArrayRules(schema: Json, { array }: Rules): void {
  const bound = (keyword: string, more: string, fits: (items: number, limit: number) => boolean) =>
    addBound(
      schema,
      keyword,
      array,
      (limit) => `must NOT have ${more} than ${limit} items`,
      (limit) => (value: readonly unknown[]) => fits(value.length, limit),
    );
  bound('maxItems', 'more', (items, limit) => items <= limit);
  bound('minItems', 'fewer', (items, limit) => items >= limit);
  if (schema.uniqueItems === true) {
    const failure = failureOf('uniqueItems', 'must NOT have duplicate items');
    array.push((value, run) => {
      const items = value as readonly unknown[];
      return (
        new Set(items.map((item) => textOf(item, run))).size === items.length || run.fail(failure)
      );
    });
  }
  if (schema.contains !== undefined) {
    const check = compile(schema.contains);
    const failure = failureOf('contains', 'must contain at least 1 valid item(s)');
    array.push(
      (value, run) =>
        (value as readonly unknown[]).some((item) => check(item, run)) || run.fail(failure),
    );
  }
  if (schema.items === undefined) return;
  const first = Array.isArray(schema.items) ? schema.items.map(compile) : [];
  const rest = compile(
    Array.isArray(schema.items) ? (schema.additionalItems ?? true) : schema.items,
  );
  array.push((value, run) => {
    const items = value as readonly unknown[];
    for (let i = 0; i < items.length; i++) {
      if (!within(first[i] ?? rest, items[i], i, run)) return false;
    }
    return true;
  });
}

function addObjectRules(schema: Json, { object }: Rules): void {
  const bound = (
    keyword: string,
    more: string,
    fits: (members: number, limit: number) => boolean,
  ) =>
    addBound(
      schema,
      keyword,
      object,
      (limit) => `must NOT have ${more} than ${limit} properties`,
      (limit) => (value: Json, run) => fits(namesOf(value, run).length, limit),
    );
  bound('maxProperties', 'more', (members, limit) => members <= limit);
  bound('minProperties', 'fewer', (members, limit) => members >= limit);
  if (Array.isArray(schema.required) && schema.required.length > 0) {
    object.push(hasAll(schema.required.map(String)));
  }
  if (schema.propertyNames !== undefined) {
    const check = compile(schema.propertyNames);
    const failure = failureOf('propertyNames', 'property name must be valid');
    object.push(
      (value, run) =>
        namesOf(value as Json, run).every((name) => check(name, run)) || run.fail(failure),
    );
  }
  addDependencies(schema, object);
  addMembers(schema, object);
}

/** Whether JSON would print the member: events made in the process may hold some that are undefined. */
const has = (value: Json, name: string): boolean =>
  Object.hasOwn(value, name) && value[name] !== undefined;

function namesOf(value: Json, run: Run): string[] {
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  run.spend(names.length);
  return names;
}

function hasAll(names: readonly string[]): Check {
  const failure = failureOf('required', 'is missing');
  return (value, run) => {
    run.spend(names.length);
    for (const name of names) {
      if (has(value as Json, name)) continue;
      run.fail(failure);
      run.path = `/${name}`;
      return false;
    }
    return true;
  };
}

function addDependencies(schema: Json, object: Check[]): void {
  for (const keyword of ['dependencies', 'dependentRequired']) {
    const given = schema[keyword];
    if (!isObject(given)) continue;
    for (const [name, needs] of Object.entries(given)) {
      const check = Array.isArray(needs) ? hasAll(needs.map(String)) : compile(needs);
      object.push((value, run) => !has(value as Json, name) || check(value, run));
    }
  }
}

function addMembers(schema: Json, object: Check[]): void {
  const declared = Object.entries(isObject(schema.properties) ? schema.properties : {}).map(
    ([name, member]) => [name, compile(member)] as const,
  );
  const patterns = Object.entries(
    isObject(schema.patternProperties) ? schema.patternProperties : {},
  ).map(([pattern, member]) => [new RegExp(pattern, 'u'), compile(member)] as const);
  const other = schema.additionalProperties;
  if (other !== undefined && other !== true) {
    const named = new Set(declared.map(([name]) => name));
    const check = other === false ? undefined : compile(other);
    const failure = failureOf('additionalProperties', 'must NOT have additional properties');
    object.push((value, run) =>
      namesOf(value as Json, run).every((name) => {
        if (named.has(name) || patterns.some(([pattern]) => pattern.test(name))) return true;
        if (check === undefined) return run.fail(failure);
        return within(check, (value as Json)[name], name, run);
      }),
    );
  }
  if (declared.length > 0) {
    object.push((value, run) => {
      run.spend(declared.length);
      for (const [name, check] of declared) {
        if (!has(value as Json, name)) continue;
        if (!within(check, (value as Json)[name], name, run)) return false;
      }
      return true;
    });
  }
  for (const [pattern, check] of patterns) {
    object.push((value, run) =>
      namesOf(value as Json, run).every(
        (name) => !pattern.test(name) || within(check, (value as Json)[name], name, run),
      ),
    );
  }
}
