import type { Change, Reading, Recorded, Seen, Stored } from './recorded.ts';

const told = ({ place, versionId, token = 'a deletion' }: Seen): string => `${place} ${versionId} (${token})`;

const key = ({ place, versionId }: Seen): string => `${place} ${versionId}`;

/** What is wrong with stored versions by themselves: each resource's are counted from 1, and time does not go back. */
const wrongOrder = (versions: readonly Stored[]): readonly string[] =>
  [...Map.groupBy(versions, ({ place }) => place).values()].flatMap((all) => {
    const inOrder = all.toSorted((a, b) => a.versionId - b.versionId);
    return inOrder.flatMap((one, at) => [
      ...(one.versionId === at + 1 ? [] : [`${told(one)} stands where version ${at + 1} should`]),
      ...(Date.parse(one.lastUpdated) >= Date.parse(inOrder[at - 1]?.lastUpdated ?? one.lastUpdated)
        ? []
        : [`${told(one)} is older than the version before it`]),
    ]);
  });

/** What is stored that nobody wrote, or was refused, or only in part, or under a condition that something met. */
const notWritten = (changes: readonly Change[], versions: readonly Stored[]): readonly string[] => {
  const byToken = new Map(changes.map((one) => [one.token, one]));
  const deletions = Map.groupBy(
    changes.filter(({ deletes }) => deletes),
    ({ places: [place] }) => place,
  );
  const strange = versions.filter(({ place, token, versionId }) => {
    if (token === undefined)
      return !deletions
        .get(place)
        ?.some(
          ({ outcome, seen }) => outcome === 'unknown' || seen.some((one) => one.versionId === versionId),
        );
    const change = byToken.get(token);
    return change === undefined || change.outcome === 'refused';
  });
  const stored = Map.groupBy(versions, ({ token }) => token);
  const inPart = changes.flatMap(({ token, places, deletes }) => {
    const all = stored.get(token) ?? [];
    const named = places.filter((one) => one !== undefined);
    return deletes ||
      all.length === 0 ||
      (all.length === places.length && named.every((one) => all.some(({ place }) => place === one)))
      ? []
      : [`${token} is stored ${all.length} times, not ${places.length}: ${all.map(told).join(', ')}`];
  });
  const conditional = versions.flatMap(({ token = '' }) => byToken.get(token)?.condition ?? []);
  const twice = conditional.filter((one, at) => conditional.indexOf(one) !== at);
  return [
    ...strange.map((one) => `${told(one)} was written by nobody`),
    ...inPart,
    ...twice.map((one) => `the condition ${one} is met more than once`),
  ];
};

/** What was answered and is not stored so, or replaced another version than it was to. */
const lost = ({ changes, readings }: Recorded, stored: ReadonlyMap<string, Stored>): readonly string[] => [
  ...[...changes, ...readings]
    .flatMap(({ seen }) => seen)
    .filter((one) => one.versionId > 0 && stored.get(key(one))?.token !== one.token)
    .map((one) => `${told(one)} was answered, and is not stored`),
  ...changes.flatMap(({ token, outcome, replaces, seen: [made] }) =>
    outcome === 'made' && replaces !== undefined && made?.versionId !== replaces + 1
      ? [`${token} should have replaced version ${replaces} and is version ${made?.versionId}`]
      : [],
  ),
];

/** Where an answer shows something older than an answer before it had shown. */
const goneBack = ({ changes, readings }: Recorded): readonly string[] => {
  const all = [...changes, ...readings].flatMap(({ begun, ended, seen }) =>
    seen.map((one) => ({ ...one, begun, ended })),
  );
  return [...Map.groupBy(all, ({ place }) => place).values()].flatMap((ofPlace) => {
    const byEnd = ofPlace.toSorted((a, b) => a.ended - b.ended);
    let newest = 0;
    let at = 0;
    return ofPlace
      .toSorted((a, b) => a.begun - b.begun)
      .flatMap((one) => {
        for (let next = byEnd[at]; next !== undefined && next.ended < one.begun; next = byEnd[at]) {
          newest = Math.max(newest, next.versionId);
          at += 1;
        }
        return one.versionId < newest ? [`${told(one)} was answered after version ${newest} had been`] : [];
      });
  });
};

/** Where something was seen before anybody wrote it, or a transaction in part. */
const seenTooEarly = (changes: readonly Change[], readings: readonly Reading[]): readonly string[] => {
  const byToken = new Map(changes.map((one) => [one.token, one]));
  return readings.flatMap(({ ended, seen }) => {
    const versions = new Map(seen.map(({ place, versionId }) => [place, versionId]));
    return seen.flatMap((one) => {
      const change = byToken.get(one.token ?? '');
      if (change === undefined) return [];
      const behind = change.seen.filter(
        ({ place, versionId }) => (versions.get(place) ?? versionId) < versionId,
      );
      return [
        ...(change.begun > ended ? [`${told(one)} was seen before it was written`] : []),
        ...behind.map((other) => `${told(one)} was seen without ${told(other)}, which was made with it`),
      ];
    });
  });
};

/** What is wrong with stored versions, by what clients tried to change. */
export const checkVersions = (changes: readonly Change[], versions: readonly Stored[]): readonly string[] => [
  ...wrongOrder(versions),
  ...notWritten(changes, versions),
];

/**
 * What a service did that it must not do, by what its clients recorded and what is stored in the end: each answer is of
 * a version that was written, none is older than one before it, nothing acknowledged is lost, no version replaces
 * another one than it was to, and what was changed together is there together.
 */
export const checkHistory = (recorded: Recorded, versions: readonly Stored[]): readonly string[] => {
  const { changes, readings, faults } = recorded;
  return [
    ...faults,
    ...checkVersions(changes, versions),
    ...lost(recorded, new Map(versions.map((one) => [key(one), one]))),
    ...goneBack(recorded),
    ...seenTooEarly(changes, readings),
  ];
};
