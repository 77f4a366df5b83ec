import type { ComponentChild } from 'preact';
import { blocksOf, type Piece } from './blocks.ts';
import type { MarkedElement } from './marked-element.ts';

/** Leads to an element on this page; the address keeps it. */
export type LinkTo = (element: MarkedElement) => string;

const lengthOf = ({ spans }: MarkedElement): number => Math.max(...spans.map(({ length }) => length));

const PieceText = ({
  piece: { text, marks },
  elements,
  linkTo,
}: {
  piece: Piece;
  elements: readonly MarkedElement[];
  linkTo: LinkTo;
}): ComponentChild => {
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

/** The text of a document with all places that became a value. */
export const DocumentText = ({
  text,
  elements,
  linkTo,
}: {
  text: string;
  elements: readonly MarkedElement[];
  linkTo: LinkTo;
}): ComponentChild =>
  blocksOf(
    text,
    elements.map(({ spans }) => spans),
  ).map((block, at) => (
    <div key={at} class="source-block">
      {block.map((piece, within) => (
        <PieceText key={within} piece={piece} elements={elements} linkTo={linkTo} />
      ))}
    </div>
  ));
