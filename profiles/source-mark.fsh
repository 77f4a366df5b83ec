// What every element that holds a fact carries: where in the source it stands, and how its value came from there.

Invariant: span-complete
Description: "A place in the source names its document, its offset and its length."
Severity: #error
Expression: "extension('http://hl7.org/fhir/StructureDefinition/derivation-reference').all(extension('reference').count() = 1 and extension('offset').count() = 1 and extension('length').count() = 1)"

Invariant: span-not-empty
Description: "A place in the source starts at or after its beginning and has at least one character."
Severity: #error
Expression: "extension('http://hl7.org/fhir/StructureDefinition/derivation-reference').all(extension('offset').value.ofType(integer).all($this >= 0) and extension('length').value.ofType(integer).all($this > 0))"

Invariant: span-has-derivation
Description: "An element with a place in the source says once how its value came from there."
Severity: #error
Expression: "extension('http://hl7.org/fhir/StructureDefinition/derivation-reference').exists() implies extension('https://w3id.org/trialbridge/fhir/StructureDefinition/derivation').count() = 1"

Invariant: stated-has-span
Description: "A value that the source states, as it is or in other words, has a place in the source."
Severity: #error
Expression: "extension('https://w3id.org/trialbridge/fhir/StructureDefinition/derivation').value.ofType(code).where($this = 'stated' or $this = 'normalised').exists() implies extension('http://hl7.org/fhir/StructureDefinition/derivation-reference').exists()"

RuleSet: Fact(path)
* {path} obeys span-complete and span-not-empty and span-has-derivation and stated-has-span
