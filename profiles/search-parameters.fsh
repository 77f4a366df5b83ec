RuleSet: Parameter(id, name, code, base, type)
* name = "{name}"
* url = "https://w3id.org/trialbridge/fhir/SearchParameter/{id}"
* version = "0.1.0"
* status = #active
* experimental = false
* publisher = "Trialbridge"
* code = #{code}
* base = #{base}
* type = #{type}

RuleSet: ReferenceParameter(id, name, code, base, target)
* insert Parameter({id}, {name}, {code}, {base}, reference)
* target[+] = #{target}

Instance: ResearchStudy-result
InstanceOf: SearchParameter
Usage: #definition
* insert ReferenceParameter(ResearchStudy-result, ResearchStudyResult, result, ResearchStudy, EvidenceReport)
* description = "The report that holds the results of the study."
* expression = "ResearchStudy.result"
* processingMode = #normal
* target[+] = #Citation
* target[+] = #DiagnosticReport

Instance: ResearchStudy-outcome
InstanceOf: SearchParameter
Usage: #definition
* insert ReferenceParameter(ResearchStudy-outcome, ResearchStudyOutcome, outcome, ResearchStudy, EvidenceVariable)
* description = "A variable that the study measures as an outcome."
* expression = "ResearchStudy.outcomeMeasure.reference"
* processingMode = #normal

Instance: EvidenceReport-entry
InstanceOf: SearchParameter
Usage: #definition
* insert ReferenceParameter(EvidenceReport-entry, EvidenceReportEntry, entry, EvidenceReport, Evidence)
* description = "A resource that the report lists in a section."
* expression = "EvidenceReport.section.entryReference"
* processingMode = #normal

Instance: EvidenceReport-study
InstanceOf: SearchParameter
Usage: #definition
* insert ReferenceParameter(EvidenceReport-study, EvidenceReportStudy, study, EvidenceReport, ResearchStudy)
* description = "The study that the report is about."
* expression = "EvidenceReport.subject.characteristic.value.ofType(Reference)"
* processingMode = #normal

Instance: Evidence-variable
InstanceOf: SearchParameter
Usage: #definition
* insert ReferenceParameter(Evidence-variable, EvidenceVariable, variable, Evidence, EvidenceVariable)
* description = "A variable or group that the evidence is about, as observed or as intended."
* expression = "Evidence.variableDefinition.observed | Evidence.variableDefinition.intended"
* processingMode = #normal
* target[+] = #Group

Instance: Evidence-study
InstanceOf: SearchParameter
Usage: #definition
* insert ReferenceParameter(Evidence-study, EvidenceStudy, study, Evidence, ResearchStudy)
* description = "The study that the evidence is from. No element of Evidence names it: the server follows the result of the study to its report and the entries of the report to the evidence."
* processingMode = #other

Instance: ArtifactAssessment-artifact
InstanceOf: SearchParameter
Usage: #definition
* insert ReferenceParameter(ArtifactAssessment-artifact, ArtifactAssessmentArtifact, artifact, ArtifactAssessment, Evidence)
* description = "The resource that is assessed."
* expression = "ArtifactAssessment.artifact.ofType(Reference)"
* processingMode = #normal
* target[+] = #Group

Instance: ResearchStudy-verdict
InstanceOf: SearchParameter
Usage: #definition
* insert Parameter(ResearchStudy-verdict, ResearchStudyVerdict, verdict, ResearchStudy, token)
* description = "What a check of a number of the study's evidence found. No element of ResearchStudy says it: the server looks at the assessments of the study's evidence."
* processingMode = #other

Instance: ArtifactAssessment-verdict
InstanceOf: SearchParameter
Usage: #definition
* insert Parameter(ArtifactAssessment-verdict, ArtifactAssessmentVerdict, verdict, ArtifactAssessment, token)
* description = "What a check of a number found."
* expression = "ArtifactAssessment.content.component.classifier"
* processingMode = #normal

Instance: ResearchStudy-url
InstanceOf: SearchParameter
Usage: #definition
* insert Parameter(ResearchStudy-url, ResearchStudyUrl, url, ResearchStudy, uri)
* description = "The canonical URL of the study."
* expression = "ResearchStudy.url"
* processingMode = #normal

Instance: ResearchStudy-version
InstanceOf: SearchParameter
Usage: #definition
* insert Parameter(ResearchStudy-version, ResearchStudyVersion, version, ResearchStudy, token)
* description = "The business version of the study."
* expression = "ResearchStudy.version"
* processingMode = #normal

Instance: ResearchStudy-state
InstanceOf: SearchParameter
Usage: #definition
* insert Parameter(ResearchStudy-state, ResearchStudyState, state, ResearchStudy, token)
* description = "A state of the study itself, such as recruiting or completed; its status is that of the record."
* expression = "ResearchStudy.progressStatus.state"
* processingMode = #normal

Instance: ResearchStudy-associated-party
InstanceOf: SearchParameter
Usage: #definition
* insert ReferenceParameter(ResearchStudy-associated-party, ResearchStudyAssociatedParty, associated-party, ResearchStudy, Organization)
* description = "A sponsor, collaborator, investigator or other party of the study."
* expression = "ResearchStudy.associatedParty.party"
* processingMode = #normal
* target[+] = #Practitioner
* target[+] = #PractitionerRole

Instance: ResearchStudy-sponsor
InstanceOf: SearchParameter
Usage: #definition
* insert ReferenceParameter(ResearchStudy-sponsor, ResearchStudySponsor, sponsor, ResearchStudy, Organization)
* description = "A sponsor or lead sponsor of the study."
* expression = "ResearchStudy.associatedParty.where(role.coding.where(code = 'sponsor').exists()).party | ResearchStudy.associatedParty.where(role.coding.where(code = 'lead-sponsor').exists()).party"
* processingMode = #normal
* target[+] = #Practitioner
* target[+] = #PractitionerRole

Instance: ResearchStudy-current-state
InstanceOf: SearchParameter
Usage: #definition
* insert Parameter(ResearchStudy-current-state, ResearchStudyCurrentState, current-state, ResearchStudy, token)
* description = "The state that the study is in: the first that has not ended, else the first."
* expression = "ResearchStudy.progressStatus.where(period.end.empty()).combine(ResearchStudy.progressStatus).where(state.coding.where(code != 'overall-study').exists()).first().state"
* processingMode = #normal

Instance: ResearchStudy-principal-investigator
InstanceOf: SearchParameter
Usage: #definition
* insert ReferenceParameter(ResearchStudy-principal-investigator, ResearchStudyPrincipalInvestigator, principal-investigator, ResearchStudy, Practitioner)
* description = "The researcher who oversees the study."
* expression = "ResearchStudy.associatedParty.where(role.coding.where(code = 'primary-investigator').exists()).party"
* processingMode = #normal
* target[+] = #PractitionerRole

Instance: PlanDefinition-activity
InstanceOf: SearchParameter
Usage: #definition
* insert ReferenceParameter(PlanDefinition-activity, PlanDefinitionActivity, activity, PlanDefinition, ActivityDefinition)
* description = "What is done or given by an action of the plan, at whatever depth. R5's parameter definition sees the outermost actions alone."
* expression = "PlanDefinition.repeat(action).definition.ofType(canonical)"
* processingMode = #normal

Instance: Evidence-statistic-type
InstanceOf: SearchParameter
Usage: #definition
* insert Parameter(Evidence-statistic-type, EvidenceStatisticType, statistic-type, Evidence, token)
* description = "What kind of number a statistic is, such as a mean or a risk ratio."
* expression = "Evidence.statistic.statisticType"
* processingMode = #normal

Instance: Evidence-effect
InstanceOf: SearchParameter
Usage: #definition
* insert Parameter(Evidence-effect, EvidenceEffect, effect, Evidence, quantity)
* description = "The value of a statistic: of an outcome in a group, or of the effect in a comparison."
* expression = "Evidence.statistic.quantity"
* processingMode = #normal

Instance: Evidence-statistic-type-effect
InstanceOf: SearchParameter
Usage: #definition
* insert Parameter(Evidence-statistic-type-effect, EvidenceStatisticTypeEffect, statistic-type-effect, Evidence, composite)
* description = "The kind and the value of one statistic together: a risk ratio below 1."
* expression = "Evidence.statistic"
* processingMode = #normal
* component[+].definition = "https://w3id.org/trialbridge/fhir/SearchParameter/Evidence-statistic-type"
* component[=].expression = "statisticType"
* component[+].definition = "https://w3id.org/trialbridge/fhir/SearchParameter/Evidence-effect"
* component[=].expression = "quantity"

Instance: Evidence-p-value
InstanceOf: SearchParameter
Usage: #definition
* insert Parameter(Evidence-p-value, EvidencePValue, p-value, Evidence, quantity)
* description = "A P value as reported. One that is given as a bound (< 0.001) is found as the range below or above it."
* expression = "Evidence.statistic.attributeEstimate.where(type.coding.where(code = 'C44185').exists()).quantity"
* processingMode = #normal

Instance: Composition-section-narrative
InstanceOf: SearchParameter
Usage: #definition
* insert Parameter(Composition-section-narrative, CompositionSectionNarrative, section-text, Composition, string)
* description = "The narrative of a section, compared as a string. R5's own parameter of this code does not say how it compares."
* expression = "Composition.section.text | Composition.section.section.text"
* processingMode = #normal
