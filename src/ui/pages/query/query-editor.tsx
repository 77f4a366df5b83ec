import type { CapabilityStatement } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { includesOf, type SearchChoice, searchChoices, typesOf } from '../../fhir/capabilities.ts';
import { queryTexts as texts } from '../../texts/en/query.ts';
import { ParameterRow } from './parameter-row.tsx';
import { partsOf, type QueryParts, queryOf } from './query-text.ts';

/** What says how a search answers: https://hl7.org/fhir/R5/search.html#modifyingresults */
const RESULT_PARAMETERS = [
  '_sort',
  '_count',
  '_include',
  '_revinclude',
  '_summary',
  '_elements',
  '_total',
  '_contained',
];

/** Edits a request by its type and parameters; `run` is called when it is to be asked. */
export const QueryEditor = ({
  statement,
  query,
  change,
  run,
}: {
  statement: CapabilityStatement;
  query: string;
  change: (query: string) => void;
  run: () => void;
}): ComponentChild => {
  const parts = partsOf(query);
  const { path, parameters } = parts;
  const choices: readonly SearchChoice[] = searchChoices(statement, path);
  const includes = includesOf(statement, path);
  const types = typesOf(statement);
  const edit = (changes: Partial<QueryParts>) => change(queryOf({ ...parts, ...changes }));
  const editAt = (at: number, ...put: QueryParts['parameters']) =>
    edit({ parameters: parameters.toSpliced(at, 1, ...put) });
  return (
    <form
      class="panel query-editor"
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <label class="field query-type">
        <span>{texts.type}</span>
        <select value={path} onChange={(event) => edit({ path: event.currentTarget.value })}>
          {types.includes(path) ? null : <option value={path}>{path}</option>}
          {types.map((type) => (
            <option key={type} value={type}>
              {type}
            </option>
          ))}
        </select>
      </label>
      {parameters.map((parameter, at) => (
        <ParameterRow
          key={at}
          number={at + 1}
          parameter={parameter}
          choice={choices.find(({ name }) => name === parameter.name)}
          values={
            includes[parameter.name] ?? (parameter.name === '_sort' ? choices.map(({ name }) => name) : [])
          }
          change={(changed) => editAt(at, changed)}
          remove={() => editAt(at)}
        />
      ))}
      <datalist id="query-names">
        {choices.map(({ name, description }) => (
          <option key={name} value={name} label={description} />
        ))}
        {RESULT_PARAMETERS.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div>
        <button
          type="button"
          onClick={() => change(`${query}${query.includes('?') ? '&' : '?'}${choices[0]?.name ?? '_id'}=`)}
        >
          {texts.add}
        </button>
      </div>
      <div class="query-request">
        <label class="field">
          <span>{texts.request}</span>
          <span class="query-line">
            <code>GET /fhir/</code>
            <input
              value={query}
              spellcheck={false}
              autocomplete="off"
              onInput={(event) => change(event.currentTarget.value)}
            />
          </span>
        </label>
        <button type="submit" class="primary">
          {texts.run}
        </button>
      </div>
      <p class="small muted">
        {texts.curl}: <code>{`curl '${location.origin}/fhir/${query}'`}</code>
      </p>
    </form>
  );
};
