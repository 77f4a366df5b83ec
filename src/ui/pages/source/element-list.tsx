import type { ComponentChild } from 'preact';
import { sourceTexts as texts } from '../../texts/en/source.ts';
import type { LinkTo } from './document-text.tsx';
import type { MarkedElement } from './marked-element.ts';

/** An element with its number among all. */
interface Numbered {
  readonly element: MarkedElement;
  readonly number: number;
}

const itemOf = ({ element, number }: Numbered, linkTo: LinkTo): ComponentChild => {
  const { path, value, words, derivation, spans, recordPath } = element;
  return (
    <li key={number} class="source-element" data-marks={String(number)}>
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

const ResourceElements = ({
  resource,
  name,
  elements,
  linkTo,
}: {
  resource: string;
  name: string | undefined;
  elements: readonly Numbered[];
  linkTo: LinkTo;
}): ComponentChild => (
  <section class="source-resource">
    <h2>
      <span class="muted">{resource.split('/')[0]}</span> {name}
    </h2>
    <ul class="plain">{elements.map((one) => itemOf(one, linkTo))}</ul>
  </section>
);

/** The elements that came from a document, resource by resource; `find` narrows them to those with all its words. */
export const elementList = (
  elements: readonly MarkedElement[],
  /** What resources are called, by their places. */
  names: ReadonlyMap<string, string>,
  find: string,
  linkTo: LinkTo,
): readonly ComponentChild[] => {
  const wanted = find.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = elements
    .map((element, number): Numbered => ({ element, number }))
    .filter(({ element }) => fits(element, wanted));
  return [...Map.groupBy(shown, ({ element }) => element.resource)].map(([resource, same]) => (
    <ResourceElements
      key={resource}
      resource={resource}
      name={names.get(resource)}
      elements={same}
      linkTo={linkTo}
    />
  ));
};
