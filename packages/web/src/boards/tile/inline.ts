/** A piece of a line: plain, or with a meaning. */
export type Inline =
  | { readonly kind: 'text' | 'strong' | 'em' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

export type Block =
  | { readonly kind: 'heading'; readonly content: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly Inline[])[];
    };

const piece =
  /\*\*(?<strong>[^*]+)\*\*|\*(?<em>[^*]+)\*|`(?<code>[^`]+)`|\[(?<label>[^\]]+)\]\((?<to>[^)\s]+)\)/g;

/** Only these lead anywhere: a script in an address stays text. */
const safe = /^(https?:\/\/|mailto:|\/(?!\/))/i;

export function readInline(line: string): readonly Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const match of line.matchAll(piece)) {
    const { strong, em, code, label, to } = match.groups ?? {};
    if (match.index > at) parts.push({ kind: 'text', text: line.slice(at, match.index) });
    at = match.index + match[0].length;
    if (strong !== undefined) parts.push({ kind: 'strong', text: strong });
    else if (em !== undefined) parts.push({ kind: 'em', text: em });
    else if (code !== undefined) parts.push({ kind: 'code', text: code });
    else if (label !== undefined && to !== undefined && safe.test(to)) {
      parts.push({ kind: 'link', text: label, to });
    } else parts.push({ kind: 'text', text: match[0] });
  }
  if (at < line.length) parts.push({ kind: 'text', text: line.slice(at) });
  return parts;
}

/** Headings, paragraphs and lists of a small Markdown. Everything else is text: no HTML, no pictures. */
export function readBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let items: { ordered: boolean; lines: string[] } | undefined;
  const close = () => {
    if (paragraph.length > 0) {
      blocks.push({ kind: 'paragraph', content: readInline(paragraph.join(' ')) });
    }
    if (items) {
      blocks.push({ kind: 'list', ordered: items.ordered, items: items.lines.map(readInline) });
    }
    paragraph = [];
    items = undefined;
  };
  for (const line of text.split(/\r?\n/)) {
    const [, heading] = /^#{1,6}\s+(.+)$/.exec(line) ?? [];
    const [, mark, item] = /^\s*([-*]|\d+[.)])\s+(.+)$/.exec(line) ?? [];
    if (heading !== undefined) {
      close();
      blocks.push({ kind: 'heading', content: readInline(heading) });
    } else if (mark !== undefined && item !== undefined) {
      const ordered = /\d/.test(mark);
      if (!items || items.ordered !== ordered) close();
      items ??= { ordered, lines: [] };
      items.lines.push(item);
    } else if (line.trim() === '') close();
    else {
      if (items) close();
      paragraph.push(line.trim());
    }
  }
  close();
  return blocks;
}
