import type { Bundle, FhirResource } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { JsonText } from '../../parts/json-text.tsx';
import { queryTexts as texts } from '../../texts/en/query.ts';
import { AnswerTable } from './answer-table.tsx';

/** How an answer is shown. */
export type View = keyof typeof texts.views;

const VIEWS = Object.keys(texts.views) as View[];

/** What came, and how long it took in milliseconds. */
export interface Answered {
  readonly resource: FhirResource;
  readonly took: number;
}

const nextOf = ({ link = [] }: Bundle): string | undefined =>
  link.find(({ relation }) => relation === 'next')?.url.replace(/^.*?\/fhir\//, '');

/** An answer as a table or as JSON. `ask` is called with another request. */
export const AnswerView = ({
  answered: { resource, took },
  view,
  show,
  ask,
}: {
  answered: Answered;
  view: View;
  show: (view: View) => void;
  ask: (query: string) => void;
}): ComponentChild => {
  const bundle = resource.resourceType === 'Bundle' ? (resource as Bundle<FhirResource>) : undefined;
  const next = bundle && nextOf(bundle);
  const said = [
    bundle?.total === undefined ? undefined : texts.total(bundle.total),
    bundle && texts.shown(bundle.entry?.length ?? 0),
    texts.took(took),
  ];
  return (
    <>
      <div class="row query-head">
        <p role="status">{said.filter(Boolean).join(' · ')}</p>
        <fieldset class="row query-views">
          <legend class="hidden">{texts.answer}</legend>
          {VIEWS.map((one) => (
            <label key={one} class="row">
              <input type="radio" name="view" checked={view === one} onChange={() => show(one)} />
              {texts.views[one]}
            </label>
          ))}
        </fieldset>
      </div>
      {view === 'json' ? (
        <JsonText value={resource} label={texts.answer} />
      ) : bundle ? (
        <AnswerTable bundle={bundle} open={ask} />
      ) : (
        <p class="muted">{texts.noTable}</p>
      )}
      {next === undefined ? null : (
        <p class="query-next">
          <button type="button" onClick={() => ask(next)}>
            {texts.next}
          </button>
        </p>
      )}
    </>
  );
};
