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

Instance: ArtifactAssessment-verdict
InstanceOf: SearchParameter
Usage: #definition
* insert Parameter(ArtifactAssessment-verdict, ArtifactAssessmentVerdict, verdict, ArtifactAssessment, token)
* description = "What a check of a number found."
* expression = "ArtifactAssessment.content.component.classifier"
* processingMode = #normal
