import type { ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { saidText } from '../../fhir/concept.ts';
import { identifierOwner } from '../../fhir/identifier-system.ts';
import { officialIdentifier, stateOf, titleOf } from '../../fhir/study.ts';
import { Phase } from '../../parts/phase.tsx';
import { StudyState } from '../../parts/study-state.tsx';
import { studiesTexts as texts } from '../../texts/en/studies.ts';

/** What the list shows of a study. */
export const ROW_ELEMENTS = 'identifier,title,label,condition,phase,progressStatus,recruitment,period';

/** A study in the list. */
export const StudyRow = ({ study }: { study: ResearchStudy }): ComponentChild => {
  const identifier = officialIdentifier(study);
  const { actualNumber, targetNumber } = study.recruitment ?? {};
  const state = stateOf(study);
  const year = (study.period?.start ?? study.period?.end)?.slice(0, 4);
  return (
    <li class="study-row">
      <h2>
        <a href={`/studies/${study.id}`}>{titleOf(study)}</a>
      </h2>
      <p class="study-row-conditions">{study.condition?.map(saidText).join(' · ')}</p>
      <p class="row small">
        {identifier ? (
          <span>
            <span class="muted">{identifierOwner(identifier)}</span> {identifier.value}
          </span>
        ) : null}
        {year ? <span>{year}</span> : null}
        {actualNumber !== undefined ? (
          <span>{texts.participants(actualNumber)}</span>
        ) : targetNumber !== undefined ? (
          <span>{texts.planned(targetNumber)}</span>
        ) : null}
        <Phase study={study} />
        {state ? <StudyState state={state} /> : null}
      </p>
    </li>
  );
};
