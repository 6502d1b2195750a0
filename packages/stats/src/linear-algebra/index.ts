export {
  cholesky,
  inverseFromCholesky,
  invertPositiveDefinite,
  solveCholesky,
  solvePositiveDefinite,
} from './cholesky.js';
export { type SymmetricEigen, symmetricEigen } from './eigen.js';
export { invert, solve } from './lu.js';
export { dot, gram, multiply, multiplyVector, transpose } from './products.js';
export { type LeastSquares, leastSquares } from './qr.js';
