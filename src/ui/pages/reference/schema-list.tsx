import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { OpenApi } from '../../fhir/openapi.ts';
import { referenceTexts as texts } from '../../texts/en/reference.ts';
import { schemaUrl } from './schema-type.tsx';

/** The names of all schemas, to be filtered. */
export const SchemaList = ({ components }: OpenApi): ComponentChild => {
  const [filter, setFilter] = useState('');
  const names = Object.keys(components.schemas).filter((name) =>
    name.toLowerCase().includes(filter.trim().toLowerCase()),
  );
  return (
    <section aria-label={texts.schemas}>
      <h2>{texts.schemas}</h2>
      <label class="field reference-filter">
        <span>{texts.filter}</span>
        <input type="search" value={filter} onInput={(event) => setFilter(event.currentTarget.value)} />
      </label>
      <ul class="reference-schemas">
        {names.map((name) => (
          <li key={name}>
            <a href={schemaUrl(name)}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
};
