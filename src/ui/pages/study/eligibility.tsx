import type { EvidenceVariable, EvidenceVariableCharacteristic, Group, ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { saidText } from '../../fhir/concept.ts';
import type { Resources } from '../../fhir/resources.ts';
import { valueText } from '../../fhir/value-text.ts';
import { studyTexts } from '../../texts/en/study.ts';

const texts = studyTexts.eligibility;

/** The form of a criterion that can be computed with, in words: `age: 18 to 65 a`. */
const structured = ({ definitionByTypeAndValue }: EvidenceVariableCharacteristic): string => {
  if (definitionByTypeAndValue === undefined) return '';
  const { type, ...values } = definitionByTypeAndValue;
  const value = Object.entries(values).find(([name]) => name.startsWith('value'))?.[1];
  return value === undefined ? '' : `${saidText(type)}: ${valueText(value)}`;
};

const Criterion = ({ criterion }: { criterion: EvidenceVariableCharacteristic }): ComponentChild => {
  const form = structured(criterion);
  const { description } = criterion;
  return (
    <li>
      {description ?? form}
      {description !== undefined && form !== '' && form !== description ? (
        <span class="badge">{form}</span>
      ) : null}
    </li>
  );
};

/** Who may take part and who may not. */
export const Eligibility = ({
  study,
  resources,
}: {
  study: ResearchStudy;
  resources: Resources;
}): ComponentChild => {
  const population = resources.at<EvidenceVariable | Group>(study.recruitment?.eligibility);
  const criteria = population?.resourceType === 'EvidenceVariable' ? (population.characteristic ?? []) : [];
  const written = population?.description;
  if (criteria.length === 0 && !written) return <p class="muted">{texts.none}</p>;
  const kinds = [
    ['inclusion', criteria.filter(({ exclude }) => !exclude)],
    ['exclusion', criteria.filter(({ exclude }) => exclude)],
  ] as const;
  return (
    <>
      <div class="criteria">
        {kinds.map(([kind, of]) =>
          of.length === 0 ? null : (
            <div key={kind} class="panel">
              <h3>{texts[kind]}</h3>
              <ul>
                {of.map((criterion, at) => (
                  <Criterion key={at} criterion={criterion} />
                ))}
              </ul>
            </div>
          ),
        )}
      </div>
      {written ? (
        <details class="unprinted" open={criteria.length === 0}>
          <summary>{texts.asWritten}</summary>
          <p class="written">{written}</p>
        </details>
      ) : null}
    </>
  );
};
