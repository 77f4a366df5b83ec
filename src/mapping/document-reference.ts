import { createHash } from 'node:crypto';
import type { DocumentReference, Reference } from 'fhir/r5.js';
import { narrative, paragraph } from '../fhir/narrative.ts';
import { claims } from './context.ts';
import type { StudyContext } from './study-context.ts';

/** The document that was read. */
export const sourceReference = ({ documentHash }: Pick<StudyContext, 'documentHash'>): Reference => ({
  reference: `DocumentReference/${documentHash}`,
});

/** The document as it was received, named by its hash: https://hl7.org/fhir/R5/documentreference.html */
export const documentReference = ({ document, documentHash, source }: StudyContext): DocumentReference => {
  const { bytes, contentType } = document;
  const description = 'A source document as it was received';
  return {
    resourceType: 'DocumentReference',
    id: documentHash,
    ...claims('source-document'),
    ...narrative(
      paragraph(`${description}: ${contentType}, ${bytes.length} bytes, SHA-256 ${documentHash}.`),
    ),
    identifier: [
      {
        system: 'urn:ietf:rfc:3986',
        value: `ni:///sha-256;${Buffer.from(documentHash, 'hex').toString('base64url')}`,
      },
      ...(source === undefined ? [] : [{ use: 'secondary' as const, ...source }]),
    ],
    status: 'current',
    description,
    content: [
      {
        attachment: {
          contentType,
          data: Buffer.from(bytes).toString('base64'),
          size: String(bytes.length),
          hash: createHash('sha1').update(bytes).digest('base64'),
        },
      },
    ],
  };
};
