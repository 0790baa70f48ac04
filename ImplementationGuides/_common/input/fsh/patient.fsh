Profile: GenomedPatient
Parent: Patient
Id: genomed-patient
Title: "Patient of a rare disease network"
Description: "Known by a pseudonym alone: no name, no address, no date of birth."
* identifier 1..*
  * system 1..1
  * value 1..1
* name 0..0
* telecom 0..0
* address 0..0
* photo 0..0
* contact 0..0
* birthDate 0..0

Mapping: GenomedPatientToMcode
Source: GenomedPatient
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-patient"
Id: mcode-cancer-patient
Title: "mCODE 4.0.0 cancer-patient, where the disease is a cancer"
* -> "Patient"
* identifier -> "Patient.identifier"
* gender -> "Patient.gender"
* deceased[x] -> "Patient.deceased[x]"
