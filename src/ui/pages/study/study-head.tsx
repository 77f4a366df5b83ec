import type { ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { identifierOwner } from '../../fhir/identifier-system.ts';
import type { Resources } from '../../fhir/resources.ts';
import { stateOf } from '../../fhir/study.ts';
import { Phase } from '../../parts/phase.tsx';
import { queryUrl } from '../../parts/query-url.ts';
import { StudyState } from '../../parts/study-state.tsx';
import { studyTexts as texts } from '../../texts/en/study.ts';
import { readDocuments } from './sources.tsx';

/** The numbers of a study, how it stands, and where to go from it. */
export const StudyHead = ({
  study,
  resources,
}: {
  study: ResearchStudy;
  resources: Resources;
}): ComponentChild => {
  const state = stateOf(study);
  const [source] = readDocuments(resources).keys();
  return (
    <>
      <p class="row">
        <Phase study={study} />
        {state ? <StudyState state={state} /> : null}
        {study.identifier?.map((identifier, at) => (
          <span key={at}>
            <span class="muted">{identifierOwner(identifier)}</span> {identifier.value}
          </span>
        ))}
      </p>
      <p class="row unprinted">
        <a href={`/evidence?study=${study.id}`}>{texts.links.evidence}</a>
        {source === undefined ? null : <a href={`/source/${source}`}>{texts.links.source}</a>}
        <a href={queryUrl(`ResearchStudy/${study.id}`, 'json')}>{texts.links.fhir}</a>
        <button type="button" onClick={() => print()}>
          {texts.print}
        </button>
      </p>
    </>
  );
};
