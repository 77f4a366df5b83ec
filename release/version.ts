const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

const numbers = (version: string): readonly number[] => VERSION.exec(version)?.slice(1).map(Number) ?? [];

/** Whether a version is one that comes next after another: one number higher, and those behind it 0: https://semver.org */
export const isNextVersion = (version: string, last: string): boolean => {
  const [next, from] = [numbers(version), numbers(last)];
  const expected = (place: number) =>
    from.map((number, at) => (at < place ? number : at === place ? number + 1 : 0));
  return from.some((_, place) => next.length > 0 && next.every((one, at) => one === expected(place)[at]));
};
