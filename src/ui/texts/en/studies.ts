/** The texts of the list of studies. */
export const studiesTexts = {
  title: 'Studies',
} as const;
