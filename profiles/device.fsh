Profile: ReadingDevice
Parent: Device
Id: reading-device
Title: "Reading device"
Description: "The software, in one version, that read a source document."
* text 1..1
* displayName 1..1
* name 1..*
* version 1..*
