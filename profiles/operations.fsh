RuleSet: Operation(id, name, code)
* url = "https://w3id.org/trialbridge/fhir/OperationDefinition/{id}"
* version = "0.1.0"
* name = "{name}"
* status = #active
* experimental = false
* publisher = "Trialbridge"
* kind = #operation
* code = #{code}

RuleSet: Levels(system, type, instance)
* system = {system}
* type = {type}
* instance = {instance}

RuleSet: OperationParameter(name, use, min, max, type)
* parameter[+].name = #{name}
* parameter[=].use = #{use}
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].type = #{type}

Instance: ingest
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(ingest, Ingest, ingest)
* title = "Ingest a document"
* description = "Reads a document that reports a clinical trial, writes the trial as FHIR resources, validates and stores them. Nothing is stored when the document holds no trial that can be read. The same document again changes nothing."
* affectsState = true
* insert Levels(true, false, false)
* insert OperationParameter(document, in, 1, 1, Binary)
* parameter[=].documentation = "The document as it was received: text, a web page, XML or JSON."
* insert OperationParameter(return, out, 1, 1, Bundle)
* parameter[=].documentation = "The resources that were written, or, when nothing changed, those that are stored."

Instance: preview
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(preview, Preview, preview)
* title = "See what a document would become"
* description = "Does all that the operation ingest does with a document, but stores nothing."
* affectsState = false
* insert Levels(true, false, false)
* insert OperationParameter(document, in, 1, 1, Binary)
* parameter[=].documentation = "The document as it was received: text, a web page, XML or JSON."
* insert OperationParameter(return, out, 1, 1, Bundle)
* parameter[=].documentation = "The resources that would be written, which have no version yet, or, when nothing would change, those that are stored."

Instance: validate
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(validate, ValidateAny, validate)
* title = "Validate a resource of any type"
* description = "Checks a resource as the operation of FHIR does that is invoked on a type, without naming the type first, and against several profiles at once."
* affectsState = false
* insert Levels(true, false, false)
* insert OperationParameter(resource, in, 1, 1, Resource)
* parameter[=].documentation = "The resource to validate."
* insert OperationParameter(mode, in, 0, 1, code)
* parameter[=].documentation = "What is to be done with the resource: create, or any of the modes that the operation of FHIR has for a stored resource, which are refused here."
* insert OperationParameter(profile, in, 0, *, canonical)
* parameter[=].documentation = "A profile to validate against, beside those that the resource claims."
* insert OperationParameter(usageContext, in, 0, *, UsageContext)
* parameter[=].documentation = "A context in which the resource is used: additional bindings that are for it apply."
* insert OperationParameter(return, out, 1, 1, OperationOutcome)
* parameter[=].documentation = "What the validator found."

Instance: everything
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(everything, Everything, everything)
* title = "A study with all that belongs to it"
* description = "Gives a study and all that belongs to it: the protocol and its activities, arms and groups, eligibility, outcomes and other variables, reports, evidence, judgements of it, citations, the documents all this was read from, the record of the reading, organizations and practitioners. Other studies and persons are no part of it."
* affectsState = false
* insert Levels(false, false, true)
* resource = #ResearchStudy
* insert OperationParameter(_since, in, 0, 1, instant)
* parameter[=].documentation = "Leaves out what has not changed since then."
* insert OperationParameter(_type, in, 0, *, string)
* parameter[=].documentation = "Leaves out resources of other types than these, divided by commas."
* insert OperationParameter(return, out, 1, 1, Bundle)
* parameter[=].documentation = "A searchset, the study first."

RuleSet: KickOff
* insert OperationParameter(_outputFormat, in, 0, 1, string)
* parameter[=].documentation = "The format of the files: application/fhir+ndjson, application/ndjson or ndjson, which are the same."
* insert OperationParameter(_since, in, 0, 1, instant)
* parameter[=].documentation = "Leaves out what has not changed after then."
* insert OperationParameter(_until, in, 0, 1, instant)
* parameter[=].documentation = "Leaves out what has changed from then on."
* insert OperationParameter(_type, in, 0, *, string)
* parameter[=].documentation = "Leaves out resources of other types than these, divided by commas."
* insert OperationParameter(_elements, in, 0, *, string)
* parameter[=].documentation = "Leaves out optional elements other than these, divided by commas; names of elements at the root, like title or Group.title."
* insert OperationParameter(_typeFilter, in, 0, *, string)
* parameter[=].documentation = "Searches like Evidence?status=active, divided by commas: leaves out resources of their types that none of them finds."
* insert OperationParameter(includeAssociatedData, in, 0, *, string)
* parameter[=].documentation = "Not supported: refused, or left out where the client prefers lenient handling."
* insert OperationParameter(return, out, 1, 1, OperationOutcome)
* parameter[=].documentation = "Says where the export can be asked for."

Instance: export
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(export, Export, export)
* title = "Export many resources"
* description = "Begins to export what is stored, or all that belongs to studies as the operation everything gives it, as the guide Bulk Data Access says: the answer is 202, and the address in Content-Location tells how far the export is and then its files. They have the resources as they were when the export began, each on a line, in files of one type and of at most 10,000 resources; with _since of everything, what was deleted since, too. An export is kept for a day."
* affectsState = false
* insert Levels(true, true, true)
* resource = #ResearchStudy
* insert OperationParameter(_id, in, 0, *, string)
* parameter[=].scope[+] = #type
* parameter[=].documentation = "The ids of the studies, divided by commas, at most 200; they have to be named."
* insert OperationParameter(patient, in, 0, *, Reference)
* parameter[=].documentation = "Not supported: refused, or left out where the client prefers lenient handling."
* insert KickOff

Instance: patient-export
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(patient-export, PatientExport, export)
* title = "Export the records of patients"
* description = "Begins to export the patients that are stored, or those that are named, with what is in their compartments; what that refers to beside is not exported. Otherwise as the export of everything; nothing is told of what was deleted."
* affectsState = false
* insert Levels(false, true, false)
* resource = #Patient
* insert OperationParameter(patient, in, 0, *, Reference)
* parameter[=].documentation = "The patients whose records are wanted, at most 1000; by POST. One that is not stored is refused, or left out where the client prefers lenient handling."
* insert KickOff

Instance: group-export
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(group-export, GroupExport, export)
* title = "Export the records of the patients in a group"
* description = "Begins to export the patients whom a Group lists as members, without inactive ones, with what is in their compartments; what that refers to beside is not exported. A Group that is defined by characteristics is refused. Otherwise as the export of everything; nothing is told of what was deleted."
* affectsState = false
* insert Levels(false, false, true)
* resource = #Group
* insert OperationParameter(patient, in, 0, *, Reference)
* parameter[=].documentation = "The members whose records are wanted, at most 1000; by POST. One that is no member is refused, or left out where the client prefers lenient handling."
* insert KickOff

Instance: export-as
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(export-as, ExportAs, export-as)
* title = "A study in a form that is not FHIR's"
* description = "Gives a study, with what belongs to it, in a form that others read: a registry's record, the results as a table for a meta-analysis, or the citations. What is not stated is not written. The content is given as it is, unless the resource Binary is asked for."
* affectsState = false
* insert Levels(false, false, true)
* resource = #ResearchStudy
* insert OperationParameter(format, in, 1, 1, code)
* parameter[=].documentation = "The form: clinicaltrials-gov (the study's record as the registry's API gives it), metafor or revman (results as CSV), ris (citations)."
* insert OperationParameter(report, in, 0, 1, boolean)
* parameter[=].documentation = "Whether to answer with Parameters, in which the Binary stands beside what the form says otherwise than the study's records, or cannot say."
* insert OperationParameter(return, out, 1, 1, Binary)
* parameter[=].documentation = "The study in that form."
* parameter[+].name = #report
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "1"
* parameter[=].type = #OperationOutcome
* parameter[=].documentation = "Each place with another value than the record's, each value that has no place, each value that sources disagree on."

Instance: delete-study
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(delete-study, DeleteStudy, delete-study)
* title = "Delete a study as a unit"
* description = "Deletes a study and all that belongs to it, as the operation everything gives it, in one transaction. What something else refers to is kept, with all that it refers to in turn. Nothing is deleted when something else refers to the study itself."
* affectsState = true
* insert Levels(false, false, true)
* resource = #ResearchStudy
* insert OperationParameter(return, out, 1, 1, OperationOutcome)
* parameter[=].documentation = "What was deleted, and what was kept and why."

Instance: pool
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(pool, Pool, pool)
* title = "Pool evidence"
* description = "Pools what studies found of one outcome, comparing two groups: numbers of each group where evidence has them, else effects as they were reported. The result is Evidence that is not stored: the pooled effect, how far the studies differ, the effect and the weight of each, the pooled effect without each, references to the versions that went in, the data as CSV for R's metafor, and notes of all that was left out or assumed. It is refused, with the reason, when fewer than two studies remain, when they are of several time points, units, or of changes beside final values, when a study has several results of the same groups, or when a group would be counted more than once. Evidence of which a publication was retracted is left out."
* affectsState = false
* insert Levels(false, true, false)
* resource = #Evidence
* insert OperationParameter(search, in, 0, 1, string)
* parameter[=].documentation = "A search of Evidence as in a URL, such as title:contains=mortality, that finds what is to be pooled and nothing else: results of the groups, comparisons, or both."
* insert OperationParameter(resources, in, 0, 1, Bundle)
* parameter[=].documentation = "Evidence that is not stored, with the variables, groups, reports, studies, citations and assessments that belong to it, as far as these are not stored."
* insert OperationParameter(effect, in, 1, 1, code)
* parameter[=].documentation = "The measure of effect: RR (risk ratio), OR (odds ratio), RD (risk difference), MD (mean difference), SMD (standardised mean difference, Hedges' g), HR (hazard ratio), IRR (rate ratio). The last two are pooled as they were reported."
* insert OperationParameter(model, in, 0, 1, code)
* parameter[=].documentation = "How to pool: fixed-inverse-variance, fixed-mantel-haenszel (RR, OR, RD), fixed-peto (OR), random-dersimonian-laird, random-reml; the last one if it is left out."
* insert OperationParameter(hartungKnapp, in, 0, 1, boolean)
* parameter[=].documentation = "Whether interval and P value are those of Hartung and Knapp, for models with random effects; false if it is left out."
* insert OperationParameter(inconsistent, in, 0, 1, code)
* parameter[=].documentation = "What becomes of evidence whose numbers are inconsistent, as an assessment of it says, or where it has none, as a check finds now: exclude (if it is left out) or keep."
* insert OperationParameter(sharedControl, in, 0, 1, code)
* parameter[=].documentation = "What becomes of a group that stands in several comparisons of a study: refuse (if it is left out), or split its people and events evenly among them."
* insert OperationParameter(unordered, in, 0, 1, code)
* parameter[=].documentation = "What becomes of an effect that does not say which group is compared with which, as in registry records: exclude (if it is left out), or first-against-second."
* insert OperationParameter(exposure, in, 0, 1, string)
* parameter[=].documentation = "Words in the name of the group that is compared."
* insert OperationParameter(reference, in, 0, 1, string)
* parameter[=].documentation = "Words in the name of the group that it is compared with. If it is left out, this is the group that evidence names as referenceExposure, or that the study has as a comparator, control or no intervention."
* insert OperationParameter(category, in, 0, 1, string)
* parameter[=].documentation = "The row of the outcome, such as an adverse event. If it is left out, the outcome as a whole, or its only row."
* insert OperationParameter(format, in, 0, 1, code)
* parameter[=].documentation = "csv gives the data that were pooled alone, as CSV for R's metafor, unless the resource Binary is asked for. They are also in the pooled evidence."
* insert OperationParameter(return, out, 1, 1, Resource)
* parameter[=].documentation = "The pooled Evidence, or the data as Binary."

Instance: diff
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(diff, Diff, diff)
* title = "The patch between two resources"
* description = "Finds the FHIRPath Patch that makes one resource, or one version of a resource, of another. What the server sets in each version is no part of it."
* affectsState = false
* insert Levels(true, true, true)
* resource = #Resource
* insert OperationParameter(from, in, 1, 1, string)
* parameter[=].scope[+] = #instance
* parameter[=].documentation = "Id of the version that is to be patched."
* insert OperationParameter(to, in, 0, 1, string)
* parameter[=].scope[+] = #instance
* parameter[=].documentation = "Id of the version wanted; the current one if it is left out."
* insert OperationParameter(source, in, 1, 1, Resource)
* parameter[=].scope[+] = #system
* parameter[=].scope[+] = #type
* parameter[=].documentation = "The resource that is to be patched."
* insert OperationParameter(target, in, 1, 1, Resource)
* parameter[=].scope[+] = #system
* parameter[=].scope[+] = #type
* parameter[=].documentation = "The resource wanted, of the same type."
* parameter[+].name = #operation
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "An operation of the patch; none where both are the same."
* parameter[=].part[+].name = #type
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #code
* parameter[=].part[=].documentation = "What is done: add, insert, delete, replace or move."
* parameter[=].part[+].name = #path
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #string
* parameter[=].part[=].documentation = "FHIRPath of what it is done to."
* parameter[=].part[+].name = #name
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #string
* parameter[=].part[=].documentation = "The element that is added."
* parameter[=].part[+].name = #value
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #DataType
* parameter[=].part[=].documentation = "The value that is added, inserted or put in place."
* parameter[=].part[+].name = #index
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #integer
* parameter[=].part[=].documentation = "The place in the list where it is inserted."
* parameter[=].part[+].name = #source
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #integer
* parameter[=].part[=].documentation = "The place in the list from which it is moved."
* parameter[=].part[+].name = #destination
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #integer
* parameter[=].part[=].documentation = "The place in the list to which it is moved."

Instance: check
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(check, Check, check)
* title = "Check the numbers of evidence"
* description = "Checks the reported numbers of Evidence, whoever made it, against each other and against the other results, the groups and the study at hand: effects, intervals and P values against counts and means, percentages against counts, intervals against their estimates. Each number that was checked is consistent, inconsistent, or cannot be verified, with the calculation. A reported number stands for all that are rounded to it. Nothing is stored, and no number is changed."
* affectsState = false
* insert Levels(false, true, true)
* resource = #Evidence
* insert OperationParameter(resource, in, 1, *, Resource)
* parameter[=].scope[+] = #type
* parameter[=].documentation = "Evidence, or a Bundle of Evidence with the Groups, variables and the study it is of. A stored Evidence is checked among what is stored of its study."
* insert OperationParameter(assessment, out, 0, *, ArtifactAssessment)
* parameter[=].documentation = "What was found of an Evidence, or of a Group of all that were analysed; none where there is no number to check."
* insert OperationParameter(outcome, out, 1, 1, OperationOutcome)
* parameter[=].documentation = "A warning for each number that is inconsistent."

Instance: reindex
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(reindex, Reindex, reindex)
* title = "Index anew"
* description = "Finds out anew by which values what is stored is found: everything, the resources of a type, or one resource."
* affectsState = true
* insert Levels(true, true, true)
* resource = #Resource
* insert OperationParameter(resources, out, 1, 1, integer)
* parameter[=].documentation = "How many resources were indexed."

Instance: purge
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(purge, Purge, purge)
* title = "Remove for good"
* description = "Removes what has been deleted, with its history and all that it was found by, as if it had never been: a resource, or all deleted resources of a type. Only where the server allows it."
* affectsState = true
* insert Levels(false, true, true)
* resource = #Resource
* insert OperationParameter(resources, out, 1, 1, integer)
* parameter[=].documentation = "How many resources were removed."
* insert OperationParameter(versions, out, 1, 1, integer)
* parameter[=].documentation = "How many versions they had."

Instance: reindex-status
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(reindex-status, ReindexStatus, reindex-status)
* title = "How far the index is"
* description = "Tells how far the index follows search parameters that have been stored or changed."
* affectsState = false
* insert Levels(true, false, false)
* insert OperationParameter(running, out, 1, 1, boolean)
* parameter[=].documentation = "Whether resources are being indexed."
* insert OperationParameter(total, out, 0, 1, integer)
* parameter[=].documentation = "How many resources are to be looked at."
* insert OperationParameter(done, out, 0, 1, integer)
* parameter[=].documentation = "How many of them have been."
* insert OperationParameter(parameter, out, 0, *, canonical)
* parameter[=].documentation = "A search parameter that is not served before the end."
