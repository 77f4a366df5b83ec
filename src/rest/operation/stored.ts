import type { FhirResource } from 'fhir/r5.js';
import { exactValue } from '../../fhir/exact-tree.ts';
import type { Version } from '../../store/store.ts';
import type { Body } from '../body.ts';
import type { Failure } from '../error.ts';
import { gone, notFound } from '../interaction/read.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';

/** The resource that an operation is invoked on. */
export const storedVersion = async (request: Request, { store }: Service): Promise<Version | Failure> => {
  const version = await store.read(request.type, request.id);
  if (version === undefined) return notFound(request);
  return version.deleted ? gone(version) : version;
};

/** What an operation is about: the resource that the URL names, or one that was sent; `R` is the type it must have. */
export const subject = async <R extends FhirResource>(
  sent: Body | undefined,
  request: Request,
  service: Service,
): Promise<{ readonly resource?: R } | Failure> => {
  if (request.id === '') return sent === undefined ? {} : { resource: exactValue(sent.content.text) as R };
  const version = await storedVersion(request, service);
  return 'failure' in version ? version : { resource: exactValue(version.text) as R };
};
