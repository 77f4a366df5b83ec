import type { ComponentChild } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { WordsInput } from '../../parts/words-input.tsx';
import { sourceTexts as texts } from '../../texts/en/source.ts';
import type { LinkTo } from './document-text.tsx';
import { elementList } from './element-list.tsx';
import type { MarkedElement } from './marked-element.ts';

const DERIVATIONS = ['stated', 'normalised', 'derived'] as const;

const Legend = ({ elements }: { elements: readonly MarkedElement[] }): ComponentChild => (
  <ul class="row plain small">
    {DERIVATIONS.map((derivation) => (
      <li key={derivation}>
        <span class={`mark mark-${derivation}`}>{texts.derivations[derivation]}</span>{' '}
        {elements.filter((one) => one.derivation === derivation).length.toLocaleString('en')}
      </li>
    ))}
  </ul>
);

/** The values that were read in a document, of which a share is drawn so far, to find one among them. */
export const Values = ({
  elements,
  names,
  share,
  linkTo,
}: {
  elements: readonly MarkedElement[];
  names: ReadonlyMap<string, string>;
  share: number;
  linkTo: LinkTo;
}): ComponentChild => {
  const [find, setFind] = useState('');
  const list = useMemo(() => elementList(elements, names, find, linkTo), [elements, names, find, linkTo]);
  if (elements.length === 0) return <p>{texts.unread}</p>;
  return (
    <>
      <div class="row source-find">
        <WordsInput label={texts.find} value={find} change={setFind} />
        <Legend elements={elements} />
      </div>
      {list.length === 0 ? (
        <p class="muted">{texts.noneFound}</p>
      ) : (
        list.slice(0, Math.ceil(share * list.length))
      )}
    </>
  );
};
