Invariant: translated-title-has-language
Description: "A title in another language says in which."
Severity: #error
Expression: "type.coding.where(code = 'language').exists() implies language.exists()"

Invariant: authors-ranked-once
Description: "No two contributors have the same place in the order of authors."
Severity: #error
Expression: "contributorship.entry.rankingOrder.isDistinct()"

Profile: TrialCitation
Parent: Citation
Id: trial-citation
Title: "Trial citation"
Description: "A publication that reports a trial, or that its registry record names. JournalArticleCitation of the EBM-on-FHIR guide corresponds to it."
* text 1..1
* insert Fact(summary.text)
* citedArtifact 1..1
* citedArtifact obeys authors-ranked-once
* citedArtifact.identifier.system 1..1
* citedArtifact.identifier.value 1..1
* insert Fact(citedArtifact.identifier.value)
* citedArtifact.title obeys translated-title-has-language
* insert Fact(citedArtifact.title.text)
* insert Fact(citedArtifact.currentState)
* insert Fact(citedArtifact.statusDate.period.start)
* insert Fact(citedArtifact.abstract.type.text)
* insert Fact(citedArtifact.abstract.text)
* insert Fact(citedArtifact.relatesTo.label)
* insert Fact(citedArtifact.relatesTo.citation)
* insert Fact(citedArtifact.classification.classifier.text)
* insert Fact(citedArtifact.publicationForm.lastRevisionDate)
* insert Fact(citedArtifact.contributorship.entry.affiliation.display)
* citedArtifact.publicationForm 0..1
* insert Fact(citedArtifact.publicationForm.publishedIn.identifier.value)
* insert Fact(citedArtifact.publicationForm.publishedIn.title)
* citedArtifact.publicationForm.publishedIn.publisher only Reference(TrialOrganization)
* insert Fact(citedArtifact.publicationForm.volume)
* insert Fact(citedArtifact.publicationForm.issue)
* insert Fact(citedArtifact.publicationForm.articleDate)
* insert Fact(citedArtifact.publicationForm.pageString)
* insert Fact(citedArtifact.contributorship.complete)
* citedArtifact.contributorship.entry.contributor only Reference(TrialPractitioner or TrialOrganization)
* citedArtifact.contributorship.entry.role 1..1
