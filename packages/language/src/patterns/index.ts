export {
  Chart,
  type ChartItem,
  compilePatterns,
  type Pattern,
  PatternSet,
  type PatternWord,
} from './pattern.js';
