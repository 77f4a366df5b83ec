import type { ComponentChild, ComponentChildren } from 'preact';
import { studyTexts } from '../../texts/en/study.ts';

/** A part of the page of a study, by its place in the address. */
export type SectionName = keyof typeof studyTexts.sections;

/** A part of the page of a study under its heading. */
export const Section = ({
  name,
  children,
}: {
  name: SectionName;
  children: ComponentChildren;
}): ComponentChild => (
  <section class="study-section" id={name} aria-labelledby={`${name}-heading`}>
    <h2 id={`${name}-heading`}>{studyTexts.sections[name]}</h2>
    {children}
  </section>
);
