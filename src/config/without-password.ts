/** The text with `***` for the passwords of a URL, wherever PostgreSQL's clients take them from. */
export const withoutPassword = (text: string): string =>
  text
    .replace(/^([a-z][a-z\d+.-]*:\/\/[^:@/?#]*:).*@/i, '$1***@')
    .replace(/([?&](?:ssl)?password=)[^&]*/g, '$1***');
