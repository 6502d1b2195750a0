import type { LanguageCandidate } from './language-candidate.js';

/** Characters of Japanese usage that Chinese, simplified, does not write (common in commerce). */
const JAPANESE_ONLY = new Set(
  '々込円売買価値気対発経済続図様県駅込働枠畑峠辻営業変更検査残庫顧個数単伝帳増減費総収択拡張実績軽覧読語払預権観処広応団県学戻渋両斉従徴択沢浅浄渇満焼独狭献産異痩発県税稲穂窓終経絵総線練縄縦織繊',
);

/** Characters that only Chinese writes: simplified forms and everyday Chinese words. */
const CHINESE_ONLY = new Set(
  '的们这个吗呢了么销额产订单货户这哪么个为什给说请显过还没对时间东动务员场报预测趋势值区级实际总计双开关门问题经济业务单价数据发票费买卖让从来去吧您你她它啊呀谁怎样较环长减点库退款达钱该每',
);

/** Japanese words written in Han characters alone whose characters Chinese shares. */
const JAPANESE_WORDS = ['今月', '先月', '来月', '昨年', '今年度', '売上', '商品別', '店舗', '一覧'];

/** Chinese words written with characters Japanese shares. */
const CHINESE_WORDS = [
  '上月',
  '下月',
  '本月',
  '去年',
  '今天',
  '昨天',
  '多少',
  '最近',
  '客户',
  '收入',
];

/**
 * Tells Japanese from Chinese in a text that holds Han characters or kana.
 * Kana settle it; otherwise characters and words that only one of them uses are counted, and a
 * text without any is taken for Chinese unless Japanese is expected.
 */
export function hanLanguage(
  text: string,
  kana: number,
  expected: string | undefined,
): LanguageCandidate[] {
  if (kana > 0) return pair(0.99);
  let evidence = 0;
  for (const character of text) {
    const japanese = JAPANESE_ONLY.has(character);
    const chinese = CHINESE_ONLY.has(character);
    if (japanese !== chinese) evidence += japanese ? 1 : -1;
  }
  for (const word of JAPANESE_WORDS) if (text.includes(word)) evidence += 1.5;
  for (const word of CHINESE_WORDS) if (text.includes(word)) evidence -= 1.5;
  const bonus = expected === 'ja' ? 1 : expected === 'zh' ? -1 : -0.3;
  return pair(1 / (1 + Math.exp(-2 * (evidence + bonus))));
}

function pair(japanese: number): LanguageCandidate[] {
  return [
    { language: 'ja', probability: japanese },
    { language: 'zh', probability: 1 - japanese },
  ];
}
