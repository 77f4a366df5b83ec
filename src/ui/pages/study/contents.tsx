import type { ComponentChild } from 'preact';
import { studyTexts } from '../../texts/en/study.ts';
import type { SectionName } from './section.tsx';

/** Links to the parts of the page. */
export const Contents = ({ names }: { names: readonly SectionName[] }): ComponentChild => (
  <nav class="study-contents unprinted" aria-label={studyTexts.contents}>
    <ul>
      {names.map((name) => (
        <li key={name}>
          <a href={`#${name}`}>{studyTexts.sections[name]}</a>
        </li>
      ))}
    </ul>
  </nav>
);
