import type { ComponentChild } from 'preact';

/** Links to the views of a page, of which one is shown. */
export const Tabs = <View extends string>({
  label,
  names,
  shown,
  urlOf,
}: {
  label: string;
  /** What the views are called, in their order. */
  names: Readonly<Record<View, string>>;
  shown: View;
  urlOf: (view: View) => string;
}): ComponentChild => (
  <nav aria-label={label}>
    <ul class="tabs">
      {(Object.keys(names) as View[]).map((view) => (
        <li key={view}>
          <a href={urlOf(view)} aria-current={view === shown ? 'page' : undefined}>
            {names[view]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
