import type { ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { conceptText, saidText } from '../../fhir/concept.ts';
import { officialIdentifier, titleOf } from '../../fhir/study.ts';
import { tryTexts as texts } from '../../texts/en/try.ts';

/** A study in a few words: title, number, condition, arms. */
export const StudySummary = ({ study }: { study: ResearchStudy }): ComponentChild => {
  const { condition = [], comparisonGroup = [], phase, studyDesign = [] } = study;
  const facts = [
    [texts.conditions, condition.map(saidText).join(', ')],
    [texts.phase, conceptText(phase)],
    [texts.design, studyDesign.map(conceptText).join(', ')],
    [texts.arms, comparisonGroup.map(({ name }) => name).join(', ')],
  ].filter(([, value]) => value !== '');
  return (
    <>
      <p>
        <strong>{titleOf(study)}</strong> <span class="muted">{officialIdentifier(study)?.value}</span>
      </p>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};
