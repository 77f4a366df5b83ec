/**
 * Whether an SPDX licence expression lets one choose among licences of a list alone: all of what AND joins, one of what
 * OR joins; AND binds tighter: https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/
 */
export const isLicensedBy = (expression: string, licences: ReadonlySet<string>): boolean => {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const single = (): boolean => {
    const token = tokens[at];
    at += 1;
    if (token !== '(') return token !== undefined && licences.has(token);
    const inner = alternatives();
    at += 1;
    return inner && tokens[at - 1] === ')';
  };
  const joined = (word: string, part: () => boolean): boolean[] => {
    const parts = [part()];
    while (tokens[at] === word) {
      at += 1;
      parts.push(part());
    }
    return parts;
  };
  const conjunction = (): boolean => joined('AND', single).every(Boolean);
  const alternatives = (): boolean => joined('OR', conjunction).some(Boolean);
  // What goes on behind the expression, as WITH does, is nothing that was allowed.
  return alternatives() && at === tokens.length;
};
