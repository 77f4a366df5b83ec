import type { ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { studyTexts as texts } from '../../texts/en/study.ts';
import { featuresOf, furtherFeaturesOf } from './glance.ts';

const LISTED = ['design', 'conditions', 'focus', 'regions', 'keywords'];

/** What a study is, in few words. */
export const AtAGlance = ({ study }: { study: ResearchStudy }): ComponentChild => (
  <dl class="glance panel">
    {[...featuresOf(study), ...furtherFeaturesOf(study)]
      .filter(({ values }) => values.length > 0)
      .map(({ name, values }) => (
        <div key={name} class={values.join('').length > 120 ? 'wide' : undefined}>
          <dt>{texts.glance[name]}</dt>
          <dd>
            {LISTED.includes(name)
              ? values.map((value) => (
                  <span key={value} class="badge">
                    {value}
                  </span>
                ))
              : values.map((value) => <p key={value}>{value}</p>)}
          </dd>
        </div>
      ))}
  </dl>
);
