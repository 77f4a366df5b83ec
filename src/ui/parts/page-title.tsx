import type { ComponentChild, ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { frameTexts } from '../texts/en/frame.ts';

/** The heading of a page, which is the title of its window, too. */
export const PageTitle = ({
  title,
  children,
}: {
  title: string;
  children?: ComponentChildren;
}): ComponentChild => {
  useEffect(() => {
    document.title = frameTexts.title(title);
  }, [title]);
  return (
    <header class="page-title">
      <h1>{title}</h1>
      {children}
    </header>
  );
};
