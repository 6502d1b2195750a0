export { type BrentOptions, brentMinimum, brentRoot } from './brent.js';
export { numericGradient, numericHessian } from './derivatives.js';
export { type LbfgsOptions, lbfgs } from './lbfgs.js';
export { type Minimum, type NelderMeadOptions, nelderMead } from './nelder-mead.js';
