import type { Location, Organization, Reference, ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { conceptText } from '../../fhir/concept.ts';
import type { Resources } from '../../fhir/resources.ts';
import { studyTexts } from '../../texts/en/study.ts';

const texts = studyTexts.sites;

const SITE_STATE = 'https://w3id.org/trialbridge/fhir/StructureDefinition/site-state';

interface Site {
  readonly country: string;
  readonly words: string;
  readonly state: string;
}

const siteOf = (reference: Reference, resources: Resources): Site => {
  const found = resources.at<Location | Organization>(reference);
  const address = found?.resourceType === 'Location' ? found.address : undefined;
  const state = reference.extension?.find(({ url }) => url === SITE_STATE)?.valueCodeableConcept;
  return {
    country: address?.country ?? '',
    words: [found?.name ?? reference.display, address?.city, address?.state].filter(Boolean).join(', '),
    state: conceptText(state),
  };
};

/** Where a study is done, by country. */
export const Sites = ({
  study,
  resources,
}: {
  study: ResearchStudy;
  resources: Resources;
}): ComponentChild => {
  const sites = (study.site ?? []).map((reference) => siteOf(reference, resources));
  const countries = [...Map.groupBy(sites, ({ country }) => country)].sort(([a], [b]) => a.localeCompare(b));
  return (
    <ul class="sites">
      {countries.map(([country, of]) => (
        <li key={country}>
          <details open={sites.length <= 12}>
            <summary>
              {country || '–'} <span class="muted">{texts.count(of.length)}</span>
            </summary>
            <ul>
              {of.map(({ words, state }, at) => (
                <li key={at}>
                  {words} {state ? <span class="badge">{state}</span> : null}
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
};
