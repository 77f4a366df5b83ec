import type { ComponentChild, ComponentChildren } from 'preact';

/** What may be wider than the window, and is then moved within it, with the keyboard as well. */
export const ScrollRegion = ({
  label,
  className = '',
  children,
}: {
  label: string;
  className?: string;
  children: ComponentChildren;
}): ComponentChild => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a part of the page that scrolls must be reached with the keyboard
  <section class={`scroll ${className}`} aria-label={label} tabIndex={0}>
    {children}
  </section>
);
