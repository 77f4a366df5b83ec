import { digest } from '../digest.ts';

/** How much of a text is kept as it is: PostgreSQL refuses an index entry of more than 2,700 bytes. */
const MOST = 300;

/** A text as an index takes it and is asked for it; one that is too long is its beginning and its digest. */
export const indexable = (text: string): string =>
  text.length <= MOST ? text : `${text.slice(0, MOST)}${digest(text)}`;
