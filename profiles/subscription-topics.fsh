RuleSet: Topic(id, name)
* url = "https://w3id.org/trialbridge/fhir/SubscriptionTopic/{id}"
* version = "0.1.0"
* name = "{name}"
* status = #active
* experimental = false
* publisher = "Trialbridge"

RuleSet: Filter(type, parameter, definition)
* canFilterBy[+].resource = "{type}"
* canFilterBy[=].filterParameter = "{parameter}"
* canFilterBy[=].filterDefinition = "{definition}"

RuleSet: StudyFilters
* insert Filter(ResearchStudy, _id, http://hl7.org/fhir/SearchParameter/Resource-id)
* insert Filter(ResearchStudy, identifier, http://hl7.org/fhir/SearchParameter/ResearchStudy-identifier)
* insert Filter(ResearchStudy, condition, http://hl7.org/fhir/SearchParameter/ResearchStudy-condition)
* canFilterBy[=].modifier[+] = #text
* insert Filter(ResearchStudy, phase, http://hl7.org/fhir/SearchParameter/ResearchStudy-phase)
* insert Filter(ResearchStudy, state, https://w3id.org/trialbridge/fhir/SearchParameter/ResearchStudy-state)
* insert Filter(ResearchStudy, sponsor, https://w3id.org/trialbridge/fhir/SearchParameter/ResearchStudy-sponsor)
* insert Filter(ResearchStudy, title, http://hl7.org/fhir/SearchParameter/ResearchStudy-title)
* canFilterBy[=].modifier[+] = #contains
* canFilterBy[=].modifier[+] = #exact

Instance: trial-status-changed
InstanceOf: SubscriptionTopic
Usage: #definition
* insert Topic(trial-status-changed, TrialStatusChanged)
* title = "The status of a trial has changed"
* description = "A study is in another state than before: it recruits, is completed, was terminated."
* resourceTrigger.description = "The codes of the states that a study is or was in are others than before."
* resourceTrigger.resource = "ResearchStudy"
* resourceTrigger.supportedInteraction[+] = #update
* resourceTrigger.fhirPathCriteria = "(%previous.progressStatus.state.coding.code ~ %current.progressStatus.state.coding.code).not()"
* insert StudyFilters

Instance: results-posted
InstanceOf: SubscriptionTopic
Usage: #definition
* insert Topic(results-posted, ResultsPosted)
* title = "Results of a trial are there"
* description = "A study has results that had none, or is new and has results."
* resourceTrigger.description = "A study refers to a report of results and did not before."
* resourceTrigger.resource = "ResearchStudy"
* resourceTrigger.supportedInteraction[+] = #create
* resourceTrigger.supportedInteraction[+] = #update
* resourceTrigger.queryCriteria.previous = "result:missing=true"
* resourceTrigger.queryCriteria.resultForCreate = #test-passes
* resourceTrigger.queryCriteria.current = "result:missing=false"
* resourceTrigger.queryCriteria.requireBoth = true
* insert StudyFilters
* notificationShape.resource = "ResearchStudy"
* notificationShape.include[+] = "ResearchStudy:result"

Instance: evidence-inconsistent
InstanceOf: SubscriptionTopic
Usage: #definition
* insert Topic(evidence-inconsistent, EvidenceInconsistent)
* title = "Evidence was found inconsistent"
* description = "The numbers of a result do not agree with each other, by a check that found no such thing before."
* resourceTrigger.description = "An assessment has the verdict inconsistent and did not have it before."
* resourceTrigger.resource = "ArtifactAssessment"
* resourceTrigger.supportedInteraction[+] = #create
* resourceTrigger.supportedInteraction[+] = #update
* resourceTrigger.queryCriteria.previous = "verdict:not=inconsistent"
* resourceTrigger.queryCriteria.resultForCreate = #test-passes
* resourceTrigger.queryCriteria.current = "verdict=inconsistent"
* resourceTrigger.queryCriteria.requireBoth = true
* insert Filter(ArtifactAssessment, _id, http://hl7.org/fhir/SearchParameter/Resource-id)
* insert Filter(ArtifactAssessment, artifact, https://w3id.org/trialbridge/fhir/SearchParameter/ArtifactAssessment-artifact)
* notificationShape.resource = "ArtifactAssessment"
* notificationShape.include[+] = "ArtifactAssessment:artifact"

Instance: source-retracted
InstanceOf: SubscriptionTopic
Usage: #definition
* insert Topic(source-retracted, SourceRetracted)
* title = "A source was retracted"
* description = "A publication that trials are read from was retracted, or is new and was retracted before."
* resourceTrigger.description = "The current state of what is cited is retracted and was not before."
* resourceTrigger.resource = "Citation"
* resourceTrigger.supportedInteraction[+] = #create
* resourceTrigger.supportedInteraction[+] = #update
* resourceTrigger.fhirPathCriteria = "%current.citedArtifact.currentState.coding.where(code = 'retracted').exists() and %previous.citedArtifact.currentState.coding.where(code = 'retracted').empty()"
* insert Filter(Citation, _id, http://hl7.org/fhir/SearchParameter/Resource-id)
* insert Filter(Citation, title, http://hl7.org/fhir/SearchParameter/CanonicalResource-title)
* canFilterBy[=].modifier[+] = #contains
* canFilterBy[=].modifier[+] = #exact
