Profile: ReadingProvenance
Parent: Provenance
Id: reading-provenance
Title: "Reading provenance"
Description: "The reading of one source document by the software: which document it was, and what was written from it."
* text 1..1
* activity 1..1
* activity.text 1..1
* agent 1..1
* agent.who only Reference(ReadingDevice)
* entity 1..1
* entity.role = #source
* entity.what only Reference(SourceDocument)
