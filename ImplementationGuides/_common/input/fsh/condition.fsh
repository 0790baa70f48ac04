Profile: GenomedDiagnosis
Parent: Condition
Id: genomed-diagnosis
Title: "Diagnosis that places a patient in a cohort"
Description: "The disease, its class as a further coding, and the age at onset where it is known."
* code 1..1
  * coding 1..*
    * system 1..1
    * code 1..1
* subject only Reference(GenomedPatient)
* onset[x] only Age
