Invariant: identified-by-content
Description: "A source document is identified by the SHA-256 of its bytes."
Severity: #error
Expression: "identifier.where(system = 'urn:ietf:rfc:3986' and value.startsWith('ni:///sha-256;')).exists()"

Profile: SourceDocument
Parent: DocumentReference
Id: source-document
Title: "Source document"
Description: "A document as it was received, with its bytes unless they may not be passed on: places in it are counted in Unicode code points of the decoded text, without a byte-order mark."
* obeys identified-by-content
* text 1..1
* identifier 1..*
* identifier.system 1..1
* identifier.value 1..1
* content 1..1
* content.attachment.contentType 1..1
* content.attachment.data 0..1
* content.attachment.size 1..1
* content.attachment.hash 1..1
