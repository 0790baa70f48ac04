// Generated from data-dictionary.yaml by 'genomed guide fsh'. Edit the dictionary, not this file.

Profile: Aml_condition
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-diagnosis
Id: aml-condition
Title: "Acute myeloid leukaemia"
Description: "Acute myeloid leukaemia, as the data dictionary defines it."
* code = http://snomed.info/sct#91861009
* onsetAge = 'a'

Profile: Aml_AML_TYPE
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: aml-AML-TYPE
Title: "Origin"
Description: "Origin, as the data dictionary defines it."
* code = https://genomed.example/fhir/aml/CodeSystem/terms#AML_TYPE
* value[x] only CodeableConcept
* valueCodeableConcept from Aml_AML_TYPE_values (required)

Profile: Aml_WBC
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: aml-WBC
Title: "White blood cells"
Description: "White blood cells, as the data dictionary defines it."
* code = http://loinc.org#26464-8
* value[x] only Quantity
* valueQuantity = '10*9/L'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 1500

Profile: Aml_HB
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: aml-HB
Title: "Haemoglobin"
Description: "Haemoglobin, as the data dictionary defines it."
* code = http://loinc.org#718-7
* value[x] only Quantity
* valueQuantity = 'g/dL'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 30

Profile: Aml_PLT
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: aml-PLT
Title: "Platelets"
Description: "Platelets, as the data dictionary defines it."
* code = http://loinc.org#777-3
* value[x] only Quantity
* valueQuantity = '10*9/L'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 5000

Profile: Aml_BM_BLAST
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: aml-BM-BLAST
Title: "Bone marrow blasts"
Description: "Bone marrow blasts, as the data dictionary defines it."
* code = https://genomed.example/fhir/aml/CodeSystem/terms#blasts-bone-marrow
* value[x] only Quantity
* valueQuantity = '%'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100

Profile: Aml_PB_BLAST
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: aml-PB-BLAST
Title: "Peripheral blood blasts"
Description: "Peripheral blood blasts, as the data dictionary defines it."
* code = http://loinc.org#26446-5
* value[x] only Quantity
* valueQuantity = '%'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100

Profile: Aml_LDH
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: aml-LDH
Title: "Lactate dehydrogenase"
Description: "Lactate dehydrogenase, as the data dictionary defines it."
* code = http://loinc.org#14804-9
* value[x] only Quantity
* valueQuantity = 'U/L'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100000

Profile: Aml_chemotherapy
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-treatment
Id: aml-chemotherapy
Title: "Intensive chemotherapy"
Description: "Intensive chemotherapy, as the data dictionary defines it."
* code = http://snomed.info/sct#367336001

Profile: Aml_venetoclax
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-treatment
Id: aml-venetoclax
Title: "Hypomethylating agent with venetoclax"
Description: "Hypomethylating agent with venetoclax, as the data dictionary defines it."
* code = https://genomed.example/fhir/aml/CodeSystem/terms#venetoclax

Profile: Aml_transplant
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-treatment
Id: aml-transplant
Title: "Haematopoietic stem cell transplant"
Description: "Haematopoietic stem cell transplant, as the data dictionary defines it."
* code = http://snomed.info/sct#234336002

Profile: Aml_RESPONSE
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: aml-RESPONSE
Title: "Response to first treatment"
Description: "Response to first treatment, as the data dictionary defines it."
* code = https://genomed.example/fhir/aml/CodeSystem/terms#RESPONSE
* value[x] only CodeableConcept
* valueCodeableConcept from Aml_RESPONSE_values (required)

Profile: Aml_OS
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-follow-up
Id: aml-OS
Title: "Overall survival"
Description: "Overall survival, as the data dictionary defines it."
* code = https://genomed.example/fhir/aml/CodeSystem/terms#OS
* valueQuantity = 'a'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100
* component.code = https://genomed.example/fhir/aml/CodeSystem/terms#event
* component.valueCodeableConcept from Aml_OS_values (required)

Profile: Aml_RFS
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-follow-up
Id: aml-RFS
Title: "Relapse-free survival"
Description: "Relapse-free survival, as the data dictionary defines it."
* code = https://genomed.example/fhir/aml/CodeSystem/terms#RFS
* valueQuantity = 'a'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100
* component.code = https://genomed.example/fhir/aml/CodeSystem/terms#event
* component.valueCodeableConcept from Aml_RFS_values (required)

Profile: Aml_group_karyotype
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-panel
Id: aml-group-karyotype
Title: "Karyotype summary"
Description: "Karyotype summary, as the data dictionary defines it."
* code = https://genomed.example/fhir/aml/CodeSystem/terms#karyotype-summary
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains complex 0..1 and monosomal 0..1
* component[complex].code = https://genomed.example/fhir/aml/CodeSystem/terms#complex
* component[complex].value[x] only CodeableConcept
* component[complex].valueCodeableConcept from Aml_complex_values (required)
* component[monosomal].code = https://genomed.example/fhir/aml/CodeSystem/terms#monosomal
* component[monosomal].value[x] only CodeableConcept
* component[monosomal].valueCodeableConcept from Aml_monosomal_values (required)

Profile: Aml_group_scores
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-panel
Id: aml-group-scores
Title: "Published prognostic scores"
Description: "Published prognostic scores, as the data dictionary defines it."
* code = https://genomed.example/fhir/aml/CodeSystem/terms#prognostic-scores
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains ELN2022 0..1
* component[ELN2022].code = https://genomed.example/fhir/aml/CodeSystem/terms#ELN2022
* component[ELN2022].value[x] only CodeableConcept
* component[ELN2022].valueCodeableConcept from Aml_ELN2022_values (required)

Profile: Aml_finding_sequencing
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-variant
Id: aml-finding-sequencing
Title: "Finding: Targeted sequencing"
Description: "A finding of this panel that is present."
* component[gene-studied] 1..1
* component[gene-studied].code = http://loinc.org#48018-6
* component[gene-studied].valueCodeableConcept from Aml_findings_sequencing (required)

Profile: Aml_regions_sequencing
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-regions
Id: aml-regions-sequencing
Title: "Targeted sequencing"
Description: "Targeted sequencing, as the data dictionary defines it."
* code = http://loinc.org#53041-0
* component.code = http://loinc.org#48018-6
* component.valueCodeableConcept from Aml_findings_sequencing (required)

Profile: Aml_finding_karyotype
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-variant
Id: aml-finding-karyotype
Title: "Finding: Karyotyping, FISH and fusion analysis"
Description: "A finding of this panel that is present."
* component[cytogenomic-nomenclature] 1..1
* component[cytogenomic-nomenclature].code = http://loinc.org#81291-7
* component[cytogenomic-nomenclature].valueCodeableConcept from Aml_findings_karyotype (required)

Profile: Aml_regions_karyotype
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-regions
Id: aml-regions-karyotype
Title: "Karyotyping, FISH and fusion analysis"
Description: "Karyotyping, FISH and fusion analysis, as the data dictionary defines it."
* code = https://genomed.example/fhir/aml/CodeSystem/terms#karyotype-regions
* component.code = http://loinc.org#81291-7
* component.valueCodeableConcept from Aml_findings_karyotype (required)
