import type { FhirResource } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import type { Preview } from '../../fhir/document.ts';
import { Disclosure } from '../../parts/disclosure.tsx';
import { JsonText } from '../../parts/json-text.tsx';
import { tryTexts as texts } from '../../texts/en/try.ts';

const nameOf = (resource: FhirResource): string => {
  const { title, name } = resource as { title?: unknown; name?: unknown };
  const found = [title, name].find((one) => typeof one === 'string');
  return String(found ?? resource.id);
};

/** All resources of a preview by their type, each to be opened. */
export const Resources = ({ bundle }: Preview): ComponentChild => {
  const all = (bundle.entry ?? []).flatMap(({ resource }) => resource ?? []);
  return (
    <ul class="try-types">
      {[...Map.groupBy(all, ({ resourceType }) => resourceType)].map(([type, resources]) => (
        <li key={type}>
          <Disclosure
            summary={
              <>
                {type} <span class="badge">{resources.length}</span>
              </>
            }
          >
            {() =>
              resources.map((resource) => (
                <Disclosure key={resource.id} summary={nameOf(resource)}>
                  {() => <JsonText value={resource} label={texts.json(nameOf(resource))} />}
                </Disclosure>
              ))
            }
          </Disclosure>
        </li>
      ))}
    </ul>
  );
};
