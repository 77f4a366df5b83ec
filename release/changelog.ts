const UNRELEASED = '## Unreleased\n';

/** The changelog with what was not released under the heading of a version. Throws where nothing is to be released. */
export const releasedChangelog = (changelog: string, version: string, date: string): string => {
  const [before, after, ...more] = changelog.split(UNRELEASED);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('CHANGELOG.md has no heading “Unreleased”, or several');
  if (!/^\s*- /.test(after)) throw new Error('CHANGELOG.md has nothing under “Unreleased”');
  return `${before}${UNRELEASED}\n## ${version} (${date})\n${after}`;
};
