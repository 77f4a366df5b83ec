/** The colours a person chose; `system` follows the system's setting. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'theme';

/** The theme chosen before in this browser. */
export const storedTheme = (): Theme => {
  const stored = localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
};

/** Shows the page in a theme and remembers it. */
export const applyTheme = (theme: Theme): void => {
  if (theme === 'system') {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(KEY, theme);
    document.documentElement.dataset.theme = theme;
  }
};
