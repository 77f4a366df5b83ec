import type { ServedTrial } from './trial.ts';

/** The paper a trial was read from: its titles, where it was published, its authors in order. */
export const paperOf = ({ one, follow }: ServedTrial) => {
  const { title, identifier, publicationForm, contributorship } = one('Citation').citedArtifact ?? {};
  return {
    titles: (title ?? []).map(({ text, language }) => ({
      text,
      ...(language && { language: language.coding?.[0]?.code }),
    })),
    identifiers: (identifier ?? []).map(({ system, value }) => `${system} ${value}`),
    published: (publicationForm ?? []).map(
      ({ publishedIn, articleDate, volume, issue, pageString, ...rest }) => ({
        journal: publishedIn?.title,
        identifiers: (publishedIn?.identifier ?? []).map(({ system, value }) => `${system} ${value}`),
        publisher: publishedIn?.publisher && follow('Organization', publishedIn.publisher).name,
        date: articleDate,
        volume,
        issue,
        pages: pageString,
        // Everything else that is said of the form of publication.
        rest: Object.keys(rest).filter((name) => !name.startsWith('_')),
      }),
    ),
    authors: (contributorship?.entry ?? [])
      .toSorted((a, b) => Number(a.rankingOrder) - Number(b.rankingOrder))
      .map(({ contributor }) => {
        const [name] = follow('Practitioner', contributor).name ?? [];
        return name?.family ? `${name.family}, ${name.given?.join(' ')}` : name?.text;
      }),
    allAuthors: contributorship?.complete,
  };
};
