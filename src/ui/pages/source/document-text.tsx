import type { ComponentChild } from 'preact';
import { type Block, blocksOf, type Piece } from './blocks.ts';
import type { MarkedElement } from './marked-element.ts';

/** Leads to an element on this page; the address keeps it. */
export type LinkTo = (element: MarkedElement) => string;

const lengthOf = ({ spans }: MarkedElement): number => Math.max(...spans.map(({ length }) => length));

const pieceOf = (
  { text, marks }: Piece,
  elements: readonly MarkedElement[],
  linkTo: LinkTo,
): ComponentChild => {
  const nearest = elements[marks.at(-1) ?? -1];
  if (nearest === undefined) return text;
  const isWithin = lengthOf(nearest) < lengthOf(elements[marks[0]!]!);
  const look = `mark mark-${nearest.derivation} ${isWithin ? 'mark-within' : ''}`;
  // A link must have words.
  if (text.trim() === '') return <span class={look}>{text}</span>;
  return (
    <a class={look} data-marks={marks.join(' ')} href={linkTo(nearest)} tabIndex={-1}>
      {text}
    </a>
  );
};

const BlockText = ({
  block,
  elements,
  linkTo,
}: {
  block: Block;
  elements: readonly MarkedElement[];
  linkTo: LinkTo;
}): ComponentChild => (
  <div class="source-block">{block.map((piece) => pieceOf(piece, elements, linkTo))}</div>
);

/** The text of a document with all places that became a value, block by block. */
export const documentText = (
  text: string,
  elements: readonly MarkedElement[],
  linkTo: LinkTo,
): readonly ComponentChild[] =>
  blocksOf(
    text,
    elements.map(({ spans }) => spans),
  ).map((block, at) => <BlockText key={at} block={block} elements={elements} linkTo={linkTo} />);
