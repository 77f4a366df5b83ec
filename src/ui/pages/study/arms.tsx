import type { Group, ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { conceptText, saidText } from '../../fhir/concept.ts';
import type { Resources } from '../../fhir/resources.ts';
import { studyTexts } from '../../texts/en/study.ts';
import { type Administration, type Arm, armsOf, givenToAll } from './administration.ts';

const texts = studyTexts.arms;

const DETAILS = ['source', 'dose', 'route', 'method', 'schedule'] as const;

const Given = ({ given }: { given: Administration }): ComponentChild => {
  const details = DETAILS.filter((detail) => given[detail] !== undefined);
  return (
    <div class="administration">
      <h4>{given.agent}</h4>
      {details.length > 0 ? (
        <dl class="pairs">
          {details.map((detail) => (
            <div key={detail}>
              <dt>{texts[detail]}</dt>
              <dd>{detail === 'dose' && given.dose === 'unknown' ? texts.unknownDose : given[detail]}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {given.words && given.words !== given.agent ? <p class="muted small">{given.words}</p> : null}
    </div>
  );
};

const ArmCard = ({
  arm: { group, given },
  resources,
}: {
  arm: Arm;
  resources: Resources;
}): ComponentChild => {
  const size = resources.at<Group>(group.observedGroup)?.quantity;
  return (
    <li class="panel arm">
      <h3>{group.name}</h3>
      <p class="row small">
        {group.type ? (
          <span class="badge badge-accent">
            {group.type.coding ? conceptText(group.type) : saidText(group.type)}
          </span>
        ) : null}
        {size === undefined ? null : <span>{texts.participants(size)}</span>}
      </p>
      {group.description ? <p>{group.description}</p> : null}
      {given.map((one, at) => (
        <Given key={at} given={one} />
      ))}
    </li>
  );
};

/** The arms of a study side by side, with what is given in each. */
export const Arms = ({
  study,
  resources,
}: {
  study: ResearchStudy;
  resources: Resources;
}): ComponentChild => {
  const arms = armsOf(study, resources);
  const all = givenToAll(study, resources);
  return (
    <>
      {arms.length === 0 ? <p class="muted">{texts.none}</p> : null}
      <ul class="arms">
        {arms.map((arm) => (
          <ArmCard key={arm.linkId} arm={arm} resources={resources} />
        ))}
      </ul>
      {all.length > 0 ? (
        <p>
          {texts.everyone}: {all.map(({ title, description }) => title ?? description).join(', ')}
        </p>
      ) : null}
    </>
  );
};
