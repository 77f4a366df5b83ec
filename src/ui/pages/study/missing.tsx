import type { ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { absentReason } from '../../fhir/extension.ts';
import type { Resources } from '../../fhir/resources.ts';
import { elementsOf } from '../../fhir/walk.ts';
import { studyTexts } from '../../texts/en/study.ts';
import { featuresOf } from './glance.ts';

const texts = studyTexts.missing;

/** The types of resources in which values are marked as not known. */
const TYPES = ['ResearchStudy', 'PlanDefinition', 'ActivityDefinition', 'EvidenceVariable', 'Group'] as const;

const markedIn = (resources: Resources): readonly string[] =>
  TYPES.flatMap((type) => resources.of(type)).flatMap((resource) => {
    const name = 'title' in resource && resource.title ? ` (${resource.title})` : '';
    return elementsOf(resource).flatMap(({ path, element }) => {
      const reason = absentReason(element);
      return reason === undefined ? [] : [`${path}${name}: ${reason}`];
    });
  });

/** What was looked for and is not stated, and what is marked as not known. */
export const Missing = ({
  study,
  resources,
}: {
  study: ResearchStudy;
  resources: Resources;
}): ComponentChild => {
  const missing = featuresOf(study).filter(({ values }) => values.length === 0);
  const marked = markedIn(resources);
  if (missing.length + marked.length === 0) return <p>{texts.nothing}</p>;
  return (
    <>
      {missing.length > 0 ? (
        <p>
          {texts.intro} {missing.map(({ name }) => studyTexts.glance[name].toLowerCase()).join(', ')}.
        </p>
      ) : null}
      {marked.length > 0 ? (
        <>
          <p>{texts.marked}</p>
          <ul>
            {marked.map((one) => (
              <li key={one}>
                <code>{one}</code>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
};
