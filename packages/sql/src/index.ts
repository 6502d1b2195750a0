export type { Parameter, ParameterType, Statement } from './statement.js';
