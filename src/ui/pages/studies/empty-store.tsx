import type { ComponentChild } from 'preact';
import { studiesTexts } from '../../texts/en/studies.ts';

const texts = studiesTexts.empty;

/** What stands in place of the list while no study is stored. */
export const EmptyStore = (): ComponentChild => (
  <section class="panel empty-store">
    <h2>{texts.title}</h2>
    <p>{texts.text}</p>
    <p>
      <a class="button" href="/try">
        {texts.go}
      </a>
    </p>
    <p class="muted">
      {texts.load} <code>{texts.command}</code>
    </p>
  </section>
);
