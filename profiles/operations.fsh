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
