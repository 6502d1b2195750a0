/** Weights of emoji that carry sentiment, from −3 to 3, in any language. */
const EMOJI_WEIGHTS: readonly (readonly [number, string])[] = [
  [3, '😍 🥰 😻 ❤ 💖 💗 💕 💯 🤩 🏆 💘 💞'],
  [2, '😀 😃 😄 😁 😊 👍 👏 🙌 🎉 🥳 😋 🤗 😘 💪 ⭐ 🌟 ✨ 🔥 💙 💚 💛 🧡 💜 🖤 🤍 😎 👌'],
  [1, '🙂 ☺ 😉 😌 🙏 ✅ ✔ 😅 😂 🤣 👋 🎁 💐 🌹'],
  [-1, '😐 😕 🙁 😬 🙄 😒 🤔 😟 😔 😑 🤨 😴 ⚠ ❓ 😞 😥 😪'],
  [-2, '👎 😢 😭 😠 😤 💔 😩 😫 😣 😖 😰 😨 ❌ 🚫 😡 🤦 😷 😓 🥺'],
  [-3, '🤬 🤮 🤢 💩 🖕 👿 🗑'],
];

const WEIGHTS = new Map(
  EMOJI_WEIGHTS.flatMap(([weight, list]) => list.split(' ').map((emoji) => [emoji, weight])),
);

/** Text emoticons are read as emoji. */
export const EMOTICONS: readonly (readonly [RegExp, number])[] = [
  [/(?<![\p{L}\p{N}])[:;=]-?[)D](?![\p{L}\p{N}])/gu, 1],
  [/(?<![\p{L}\p{N}])[:=]['’]?-?[(/](?![\p{L}\p{N}/])/gu, -1],
];

/** Weight of an emoji, skin tone and presentation aside; 0 for one without sentiment. */
export function emojiWeight(emoji: string): number {
  const plain = emoji.replace(/[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu, '');
  return WEIGHTS.get(plain) ?? 0;
}
