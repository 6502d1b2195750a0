/** Words that set a measure in proportion to another, in English and German, folded. */
const proportion =
  /\b(?:relative to|in (?:relation|proportion) to|proportional to|as a (?:ratio|proportion|fraction) of|im verhaltnis zu[mr]?|in relation zu[mr]?|relativ zu[mr]?|bezogen auf|gemessen an|anteilig an)\b/;

/** Whether folded words between two measures ask for one divided by the other. */
export const asksProportion = (folded: string): boolean => proportion.test(folded);
