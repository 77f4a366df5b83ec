import type { Parameters, ValueSet } from 'fhir/r5.js';
import { codesIn, type SystemCode } from './codes-in.ts';
import { type ExpandRequest, expand, type Stamp } from './expand.ts';
import { codesAbove, codesBelow, type SubsumesRequest, subsumes } from './hierarchy.ts';
import { type LookupRequest, lookup } from './lookup.ts';
import type { Result } from './result.ts';
import type { Stored } from './stored-resources.ts';
import {
  type ValidateInCodeSystemRequest,
  type ValidateInValueSetRequest,
  validateInCodeSystem,
  validateInValueSet,
} from './validate-code.ts';

/** Answers about codes, from stored and packaged resources: https://hl7.org/fhir/R5/terminology-service.html */
export interface Terminology {
  expand(request: ExpandRequest, stamp: Stamp): Promise<Result<ValueSet>>;
  validateInValueSet(request: ValidateInValueSetRequest): Promise<Result<Parameters>>;
  validateInCodeSystem(request: ValidateInCodeSystemRequest): Promise<Result<Parameters>>;
  lookup(request: LookupRequest): Promise<Result<Parameters>>;
  subsumes(request: SubsumesRequest): Promise<Result<Parameters>>;
  codesIn(valueSet: string | ValueSet): Promise<Result<readonly SystemCode[]>>;
  codesBelow(system: string, code: string): Promise<Result<readonly string[]>>;
  codesAbove(system: string, code: string): Promise<Result<readonly string[]>>;
}

/** The terminology over what is stored; stored resources go before packaged ones of the same URL. */
export const createTerminology = (stored: Stored): Terminology => ({
  expand: (request, stamp) => expand(stored, request, stamp),
  validateInValueSet: (request) => validateInValueSet(stored, request),
  validateInCodeSystem: (request) => validateInCodeSystem(stored, request),
  lookup: (request) => lookup(stored, request),
  subsumes: (request) => subsumes(stored, request),
  codesIn: (valueSet) => codesIn(stored, valueSet),
  codesBelow: (system, code) => codesBelow(stored, system, code),
  codesAbove: (system, code) => codesAbove(stored, system, code),
});
