import { useMemo } from 'react';
import { type Block, type Inline, readBlocks } from './inline.js';

/** A small Markdown as elements of the page: nothing of it is ever HTML. */
export function Markdown({ text }: { readonly text: string }) {
  const blocks = useMemo(() => readBlocks(text), [text]);
  return (
    <div className="space-y-2 text-md text-text-2 [overflow-wrap:anywhere]">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name
        <One key={index} block={block} />
      ))}
    </div>
  );
}

function One({ block }: { readonly block: Block }) {
  if (block.kind === 'heading') {
    return (
      <h3 className="font-semibold text-lg text-text">
        <Line content={block.content} />
      </h3>
    );
  }
  if (block.kind === 'paragraph') {
    return (
      <p>
        <Line content={block.content} />
      </p>
    );
  }
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <List className={`space-y-1 ps-5 ${block.ordered ? 'list-decimal' : 'list-disc'}`}>
      {block.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no other name
        <li key={index}>
          <Line content={item} />
        </li>
      ))}
    </List>
  );
}

function Line({ content }: { readonly content: readonly Inline[] }) {
  return content.map((part, index) => {
    const key = `${index} ${part.text}`;
    switch (part.kind) {
      case 'strong':
        return (
          <strong key={key} className="text-text">
            {part.text}
          </strong>
        );
      case 'em':
        return <em key={key}>{part.text}</em>;
      case 'code':
        return (
          <code key={key} className="rounded-sm bg-surface-2 px-1 font-mono text-xs">
            {part.text}
          </code>
        );
      case 'link':
        return (
          <a key={key} href={part.to} rel="noopener noreferrer" className="text-accent underline">
            {part.text}
          </a>
        );
      default:
        return <span key={key}>{part.text}</span>;
    }
  });
}
