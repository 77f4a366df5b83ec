import type { ComponentChild, ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { frameTexts } from '../texts/en/frame.ts';
import { Account } from './account.tsx';
import { ThemeChoice } from './theme-choice.tsx';

/** The pages that the navigation leads to, in its order. */
const PAGES: readonly { readonly path: string; readonly name: keyof typeof frameTexts.nav }[] = [
  { path: '/studies', name: 'studies' },
  { path: '/evidence', name: 'evidence' },
  { path: '/try', name: 'try' },
  { path: '/validate', name: 'validate' },
  { path: '/query', name: 'query' },
  { path: '/reference', name: 'reference' },
  { path: '/profiles', name: 'profiles' },
];

/** What stands around every page: skip link, name, navigation, choice of colours. */
export const Frame = ({ children }: { children: ComponentChildren }): ComponentChild => {
  const { path } = useLocation();
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== path && before.current !== '/') main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return (
    <>
      <a class="skip" href="#main">
        {frameTexts.skip}
      </a>
      <header class="frame-header">
        <a class="frame-name" href="/studies">
          {frameTexts.name}
        </a>
        <nav aria-label={frameTexts.pages}>
          <ul class="frame-nav">
            {PAGES.map((page) => (
              <li key={page.path}>
                <a href={page.path} aria-current={path.startsWith(page.path) ? 'page' : undefined}>
                  {frameTexts.nav[page.name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Account />
        <ThemeChoice />
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
    </>
  );
};
