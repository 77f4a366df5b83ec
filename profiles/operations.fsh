Instance: ingest
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/trialbridge/fhir/OperationDefinition/ingest"
* version = "0.1.0"
* name = "Ingest"
* title = "Ingest a document"
* status = #active
* experimental = false
* publisher = "Trialbridge"
* kind = #operation
* description = "Reads a document that reports a clinical trial, writes the trial as FHIR resources, validates and stores them. Nothing is stored when the document holds no trial that can be read. The same document again changes nothing."
* affectsState = true
* code = #ingest
* system = true
* type = false
* instance = false
* parameter[+].name = #document
* parameter[=].use = #in
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].documentation = "The document as it was received: text, a web page, XML or JSON."
* parameter[=].type = #Binary
* parameter[+].name = #return
* parameter[=].use = #out
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].documentation = "The resources that were written, or, when nothing changed, those that are stored."
* parameter[=].type = #Bundle
