/** The page that asks the FHIR API for a path from its base, as the person who is signed in, and shows what comes. */
export const queryUrl = (query: string, view?: 'json' | 'table'): string =>
  `/query?${new URLSearchParams({ q: query, ...(view === 'json' && { view }) })}`;
