import type { ComponentChild, ComponentChildren } from 'preact';

// A drawing stands by itself when it is saved: its colours are those of paper, which the page's styles replace by class.
export const INK = '#1a2129';
export const FAINT = '#56616d';
export const ACCENT = '#0b6670';

/** An SVG that is an image with a name. */
export const Drawing = ({
  width,
  height,
  label,
  children,
}: {
  width: number;
  height: number;
  label: string;
  children: ComponentChildren;
}): ComponentChild => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    class="plot"
    viewBox={`0 0 ${width} ${height}`}
    width={width}
    height={height}
    role="img"
    aria-label={label}
    font-family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
    font-size={13}
  >
    {children}
  </svg>
);
