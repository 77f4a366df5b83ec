import type { Content } from '../../fhir/content.ts';
import type { ElementTable } from '../../fhir/element-table.ts';
import type { Issue } from '../../fhir/issue.ts';
import type { SearchParameters } from '../../fhir/search/search-parameter.ts';
import type { Subset } from '../../fhir/subset.ts';

/** A version of FHIR that clients are spoken to in, whatever is stored: https://hl7.org/fhir/R5/versioning.html#mt-version */
export interface FhirVersion {
  /** As media types name it. */
  readonly name: '4.0' | '5.0';
  /** What the media types of answers say of it: nothing of the one that is usual. */
  readonly mediaTypeParameter: string;
  /** https://hl7.org/fhir/R5/valueset-FHIR-version.html */
  readonly number: '4.0.1' | '5.0.0';
  /** The elements of its types. */
  readonly elements: ElementTable;
  /** The resource types that are served in it. */
  readonly types: readonly string[];
  /** The type of what is stored that one of its types shows, and the version as which that type shows it. */
  readonly ofType: (type: string) => { readonly type: string; readonly fhirVersion: FhirVersion };
  /** The type as which a type of what is stored is shown. */
  readonly shownAs: (stored: string) => string;
  /** Whether resources of a type can be shown in it but not written. */
  readonly isReadOnly: (type: string) => boolean;
  /** The types of what is stored that can be shown in it; absent for all. */
  readonly shows?: readonly string[];
  /** The search parameters by the names that they have in it; `served` are those of the store. */
  readonly searchParameters: (served: SearchParameters) => SearchParameters;
  /** A resource that was sent in it, as it is stored; what cannot be is told in its own terms. */
  readonly read: (sent: Content) => Content | readonly Issue[];
  /** The JSON text of a resource in R5 as this version says it; undefined where it has no form for it. */
  readonly write: (text: string) => string | undefined;
  /** The part of a resource in R5 that is wanted by this version's names of elements, in a form that `write` gives as it is. */
  readonly part: (text: string, subset: Subset) => string;
}
