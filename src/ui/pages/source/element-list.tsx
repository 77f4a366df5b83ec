import type { ComponentChild } from 'preact';
import { sourceTexts as texts } from '../../texts/en/source.ts';
import type { LinkTo } from './document-text.tsx';
import type { MarkedElement } from './marked-element.ts';

/** An element with its number among all. */
interface Numbered {
  readonly element: MarkedElement;
  readonly number: number;
}

const Item = ({ element, number, linkTo }: Numbered & { linkTo: LinkTo }): ComponentChild => {
  const { path, value, words, derivation, spans, recordPath } = element;
  return (
    <li class="source-element" data-marks={String(number)}>
      <a href={linkTo(element)}>{path}</a>
      {value === '' ? null : <span class="source-value">{value}</span>}
      <span class="small">
        <span class={`mark mark-${derivation}`}>{texts.derivations[derivation]}</span>
        {words === undefined ? null : <q class="muted">{words}</q>}
        {spans.length > 1 ? <span class="muted">{texts.places(spans.length)}</span> : null}
      </span>
      {recordPath === undefined ? null : <code class="muted small">{recordPath}</code>}
    </li>
  );
};

const fits = ({ path, value, words = '', resource }: MarkedElement, wanted: readonly string[]): boolean => {
  const all = `${resource} ${path} ${value} ${words}`.toLowerCase();
  return wanted.every((word) => all.includes(word));
};

/** The elements that came from a document, by their resources; `find` narrows them to those with all its words. */
export const ElementList = ({
  elements,
  names,
  find,
  linkTo,
}: {
  elements: readonly MarkedElement[];
  /** What resources are called, by their places. */
  names: ReadonlyMap<string, string>;
  find: string;
  linkTo: LinkTo;
}): ComponentChild => {
  const wanted = find.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = elements
    .map((element, number): Numbered => ({ element, number }))
    .filter(({ element }) => fits(element, wanted));
  if (shown.length === 0) return <p class="muted">{texts.noneFound}</p>;
  return [...Map.groupBy(shown, ({ element }) => element.resource)].map(([resource, same]) => (
    <section key={resource} class="source-resource">
      <h2>
        <span class="muted">{resource.split('/')[0]}</span> {names.get(resource)}
      </h2>
      <ul class="plain">
        {same.map(({ element, number }) => (
          <Item key={number} element={element} number={number} linkTo={linkTo} />
        ))}
      </ul>
    </section>
  ));
};
