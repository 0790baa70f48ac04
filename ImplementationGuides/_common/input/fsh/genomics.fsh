ValueSet: GenomedAllelicStates
Id: genomed-allelic-states
Title: "Allelic states"
Description: "Answers of LOINC 53034-5."
* ^experimental = true
* $loinc#LA6703-8 "Heteroplasmic"
* $loinc#LA6704-6 "Homoplasmic"
* $loinc#LA6705-3 "Homozygous"
* $loinc#LA6706-1 "Heterozygous"
* $loinc#LA6707-9 "Hemizygous"

ValueSet: GenomedPresence
Id: genomed-presence
Title: "Present or absent"
Description: "Answers of a genetic variant assessment, LOINC 69548-6."
* ^experimental = true
* $loinc#LA9633-4 "Present"
* $loinc#LA9634-2 "Absent"
* $loinc#LA18198-4 "No call"
* $loinc#LA11884-6 "Indeterminate"

RuleSet: ComponentsByCode
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open

RuleSet: Hgvs
* coding 1..*
* coding.system = "http://varnomen.hgvs.org"
* coding.code 1..1

Profile: GenomedVariant
Parent: Observation
Id: genomed-variant
Title: "Genetic finding"
Description: "The shape of the Genomics Reporting guide's variant (3.0.0, there for R4): gene, HGVS, allele frequency and state as components."
* insert OfThePatient
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains laboratory 1..1 and genetics 1..1
* category[laboratory] = $category#laboratory
* category[genetics] = $section#GE
* code = $loinc#69548-6
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from GenomedPresence (required)
* component 1..*
* insert ComponentsByCode
* component contains gene-studied 0..* and coding-hgvs 0..1 and genomic-hgvs 0..1 and protein-hgvs 0..1 and allelic-frequency 0..1 and allelic-state 0..1 and cytogenomic-nomenclature 0..1
* component[gene-studied].code = $loinc#48018-6
* component[gene-studied].value[x] only CodeableConcept
* component[gene-studied].value[x] 1..1
* component[coding-hgvs].code = $loinc#48004-6
* component[coding-hgvs].value[x] only CodeableConcept
* component[coding-hgvs].value[x] 1..1
* component[protein-hgvs].code = $loinc#48005-3
* component[protein-hgvs].value[x] only CodeableConcept
* component[protein-hgvs].value[x] 1..1
* component[coding-hgvs].valueCodeableConcept insert Hgvs
* component[coding-hgvs].valueCodeableConcept obeys genomed-hgvs-c
* component[genomic-hgvs].code = $loinc#81290-9
* component[genomic-hgvs].value[x] only CodeableConcept
* component[genomic-hgvs].value[x] 1..1
* component[genomic-hgvs].valueCodeableConcept insert Hgvs
* component[genomic-hgvs].valueCodeableConcept obeys genomed-hgvs-g
* component[protein-hgvs].valueCodeableConcept insert Hgvs
* component[protein-hgvs].valueCodeableConcept obeys genomed-hgvs-p
* component[allelic-frequency].code = $loinc#81258-6
* component[allelic-frequency].value[x] only Quantity
* component[allelic-frequency].value[x] 1..1
* component[allelic-frequency].valueQuantity.system = $ucum
* component[allelic-frequency].valueQuantity.code = #1
* component[allelic-frequency].valueQuantity obeys genomed-vaf-1
* component[allelic-state].code = $loinc#53034-5
* component[allelic-state].value[x] only CodeableConcept
* component[allelic-state].valueCodeableConcept from GenomedAllelicStates (required)
* component[cytogenomic-nomenclature].code = $loinc#81291-7
* component[cytogenomic-nomenclature].value[x] only CodeableConcept
* component[cytogenomic-nomenclature].value[x] 1..1

Invariant: genomed-hgvs-c
Severity: #error
Description: "One change of a coding sequence in HGVS, with its reference sequence or without."
Expression: "coding.code.all($this.matches('^([A-Za-z0-9_.()]+:)?[cn][.][^;]+$'))"

Invariant: genomed-hgvs-g
Severity: #error
Description: "One change of the genome in HGVS, with its reference sequence or without."
Expression: "coding.code.all($this.matches('^([A-Za-z0-9_.()]+:)?[gm][.][^;]+$'))"

Invariant: genomed-hgvs-p
Severity: #error
Description: "One change of a protein in HGVS, with its reference sequence or without."
Expression: "coding.code.all($this.matches('^([A-Za-z0-9_.()]+:)?p[.][^;]+$'))"

Mapping: GenomedVariantToGenomicsReporting
Source: GenomedVariant
Target: "http://hl7.org/fhir/uv/genomics-reporting/StructureDefinition/variant"
Id: genomics-reporting-variant
Title: "Genomics Reporting 3.0.0 variant"
* -> "Observation"
* code -> "Observation.code"
* value[x] -> "Observation.value[x]"
* component[coding-hgvs] -> "Observation.component:representative-coding-hgvs"
* component[genomic-hgvs] -> "Observation.component:genomic-hgvs"
* component[protein-hgvs] -> "Observation.component:representative-protein-hgvs"
* component[allelic-frequency] -> "Observation.component:sample-allelic-frequency"
* component[allelic-state] -> "Observation.component:allelic-state"
* component[cytogenomic-nomenclature] -> "Observation.component:cytogenomic-nomenclature"

Invariant: genomed-vaf-1
Severity: #error
Description: "An allele frequency is a fraction from 0 to 1."
Expression: "value >= 0 and value <= 1"

Profile: GenomedRegions
Parent: Observation
Id: genomed-regions
Title: "What a panel looks for"
Description: "The findings that a laboratory's panel studies, shared by its patients: so that absent is not the same as not tested."
* status = #final
* category 1..*
* code 1..1
* subject 0..0
* value[x] 0..0
* component 1..*
  * value[x] 1..1
  * value[x] only CodeableConcept

Profile: GenomedStudy
Parent: GenomicStudy
Id: genomed-study
Title: "What was tested"
Description: "A patient's genomic study with an analysis for each panel."
* status = #available
* subject only Reference(GenomedPatient)
* analysis 1..*
  * regionsStudied 1..*
  * regionsStudied only Reference(GenomedRegions)
