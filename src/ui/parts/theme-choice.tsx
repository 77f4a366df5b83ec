import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { frameTexts } from '../texts/en/frame.ts';
import { applyTheme, storedTheme, type Theme } from './theme.ts';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** The choice between the system's colours, light and dark. */
export const ThemeChoice = (): ComponentChild => {
  const [theme, setTheme] = useState(storedTheme);
  const choose = (chosen: Theme) => {
    applyTheme(chosen);
    setTheme(chosen);
  };
  return (
    <label class="theme-choice">
      <span class="hidden">{frameTexts.theme}</span>
      <select value={theme} onChange={(event) => choose(event.currentTarget.value as Theme)}>
        {THEMES.map((one) => (
          <option key={one} value={one}>
            {frameTexts.themes[one]}
          </option>
        ))}
      </select>
    </label>
  );
};
