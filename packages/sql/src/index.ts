export { compile } from './compile.js';
export type { AggregateKind, Dialect } from './dialect.js';
export { duckdbDialect } from './duckdb.js';
export {
  bind,
  decimalLiteral,
  type Fragment,
  identifier,
  integerLiteral,
  join,
  nameLiteral,
  nothing,
  type Part,
  sql,
} from './fragment.js';
export type { Parameter, ParameterType, Statement } from './statement.js';
