/** A document as it was received. */
export interface SourceDocument {
  readonly bytes: Uint8Array;
  /** The decoded text without byte-order mark, line ends untouched; spans refer to its code points. */
  readonly text: string;
  /** MIME type as found from the content: `text/plain`, `text/html`, `application/xml`, `application/json`. */
  readonly contentType: string;
}
