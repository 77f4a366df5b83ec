import type { Content } from '../fhir/content.ts';
import { referenceTo } from '../fhir/mapped-trial.ts';
import { type ReportedEvidence, readEvidence } from './evidence.ts';
import { member, text, view } from './json-view.ts';
import { wholeCount } from './reported.ts';
import { type ReportedStudy, readStudy } from './study.ts';

/** What is at hand besides the resource that is checked. */
export interface Surroundings {
  readonly evidence: ReadonlyMap<Content, ReportedEvidence>;
  /** How many people a Group has, by its reference. */
  readonly sizes: ReadonlyMap<string, number>;
  /** The study all is from; `undefined` where there are several or none. */
  readonly study: ReportedStudy | undefined;
}

/** Reads what is at hand; resources that matter to no check are passed over. */
export const surroundings = (resources: readonly Content[]): Surroundings => {
  const groups = resources.filter(({ value }) => value.resourceType === 'Group');
  const [study, ...more] = resources.filter(({ value }) => value.resourceType === 'ResearchStudy');
  return {
    evidence: new Map(
      resources.flatMap((resource) => {
        const evidence = readEvidence(resource);
        return evidence === undefined ? [] : [[resource, evidence] as const];
      }),
    ),
    sizes: new Map(
      groups.flatMap((group) => {
        const size = wholeCount(text(member(view(group.text), 'quantity')));
        return size === undefined ? [] : [[referenceTo(group), size] as const];
      }),
    ),
    study: study === undefined || more.length > 0 ? undefined : readStudy(study),
  };
};
