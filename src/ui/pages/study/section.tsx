import type { ComponentChild, ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
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
}): ComponentChild => {
  const section = useRef<HTMLElement>(null);
  // The browser looked for it before it was there.
  useEffect(() => {
    if (location.hash === `#${name}`) section.current?.scrollIntoView();
  }, [name]);
  return (
    <section class="study-section" id={name} aria-labelledby={`${name}-heading`} ref={section}>
      <h2 id={`${name}-heading`}>{studyTexts.sections[name]}</h2>
      {children}
    </section>
  );
};
