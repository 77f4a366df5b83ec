import type { ComponentChild } from 'preact';
import { frameTexts } from '../texts/en/frame.ts';
import { PageTitle } from './page-title.tsx';

/** The page of an address that leads nowhere. */
export const NotFound = (): ComponentChild => (
  <>
    <PageTitle title={frameTexts.notFound.title} />
    <p>{frameTexts.notFound.text}</p>
    <p>
      <a href="/studies">{frameTexts.notFound.home}</a>
    </p>
  </>
);
