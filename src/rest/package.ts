import { profilePackage } from '../packages/profile-package.ts';
import { conformanceResources } from '../store/conformance.ts';
import type { Handler } from './request.ts';

let made: Promise<Buffer> | undefined;

/** The profiles and other definitions of this server as a FHIR package. */
export const packaged: Handler = async () => {
  made ??= profilePackage(conformanceResources());
  return { status: 200, mediaType: 'application/gzip', body: await made };
};
