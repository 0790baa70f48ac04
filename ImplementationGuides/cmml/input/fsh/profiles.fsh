// Generated from data-dictionary.yaml by 'genomed guide fsh'. Edit the dictionary, not this file.

Profile: Cmml_condition
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-diagnosis
Id: cmml-condition
Title: "Chronic myelomonocytic leukaemia"
Description: "Chronic myelomonocytic leukaemia, as the data dictionary defines it."
* code = http://snomed.info/sct#127225006
* onsetAge = 'a'

Profile: Cmml_FAB
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: cmml-FAB
Title: "FAB subtype"
Description: "FAB subtype, as the data dictionary defines it."
* code = https://genomed.example/fhir/cmml/CodeSystem/terms#FAB
* value[x] only CodeableConcept
* valueCodeableConcept from Cmml_FAB_values (required)

Profile: Cmml_WBC
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: cmml-WBC
Title: "White blood cells"
Description: "White blood cells, as the data dictionary defines it."
* code = http://loinc.org#26464-8
* value[x] only Quantity
* valueQuantity = '10*9/L'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 1500

Profile: Cmml_MONOCYTES
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: cmml-MONOCYTES
Title: "Absolute monocyte count"
Description: "Absolute monocyte count, as the data dictionary defines it."
* code = http://loinc.org#742-7
* value[x] only Quantity
* valueQuantity = '10*9/L'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 1000

Profile: Cmml_ANC
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: cmml-ANC
Title: "Absolute neutrophil count"
Description: "Absolute neutrophil count, as the data dictionary defines it."
* code = http://loinc.org#26499-4
* value[x] only Quantity
* valueQuantity = '10*9/L'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 1000

Profile: Cmml_HB
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: cmml-HB
Title: "Haemoglobin"
Description: "Haemoglobin, as the data dictionary defines it."
* code = http://loinc.org#718-7
* value[x] only Quantity
* valueQuantity = 'g/dL'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 30

Profile: Cmml_PLT
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: cmml-PLT
Title: "Platelets"
Description: "Platelets, as the data dictionary defines it."
* code = http://loinc.org#777-3
* value[x] only Quantity
* valueQuantity = '10*9/L'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 5000

Profile: Cmml_BM_BLAST
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: cmml-BM-BLAST
Title: "Bone marrow blasts"
Description: "Bone marrow blasts, as the data dictionary defines it."
* code = https://genomed.example/fhir/cmml/CodeSystem/terms#blasts-bone-marrow
* value[x] only Quantity
* valueQuantity = '%'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100

Profile: Cmml_PB_BLAST
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: cmml-PB-BLAST
Title: "Peripheral blood blasts"
Description: "Peripheral blood blasts, as the data dictionary defines it."
* code = http://loinc.org#26446-5
* value[x] only Quantity
* valueQuantity = '%'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100

Profile: Cmml_LDH
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: cmml-LDH
Title: "Lactate dehydrogenase"
Description: "Lactate dehydrogenase, as the data dictionary defines it."
* code = http://loinc.org#14804-9
* value[x] only Quantity
* valueQuantity = 'U/L'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100000

Profile: Cmml_transfusion
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: cmml-transfusion
Title: "Dependent on red cell transfusion"
Description: "Dependent on red cell transfusion, as the data dictionary defines it."
* code = https://genomed.example/fhir/cmml/CodeSystem/terms#transfusion
* value[x] only CodeableConcept
* valueCodeableConcept from Cmml_transfusion_values (required)

Profile: Cmml_hma
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-treatment
Id: cmml-hma
Title: "Hypomethylating agent"
Description: "Hypomethylating agent, as the data dictionary defines it."
* code = https://genomed.example/fhir/cmml/CodeSystem/terms#hma

Profile: Cmml_hydroxyurea
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-treatment
Id: cmml-hydroxyurea
Title: "Hydroxyurea"
Description: "Hydroxyurea, as the data dictionary defines it."
* code = https://genomed.example/fhir/cmml/CodeSystem/terms#hydroxyurea

Profile: Cmml_transplant
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-treatment
Id: cmml-transplant
Title: "Haematopoietic stem cell transplant"
Description: "Haematopoietic stem cell transplant, as the data dictionary defines it."
* code = http://snomed.info/sct#234336002

Profile: Cmml_OS
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-follow-up
Id: cmml-OS
Title: "Overall survival"
Description: "Overall survival, as the data dictionary defines it."
* code = https://genomed.example/fhir/cmml/CodeSystem/terms#OS
* valueQuantity = 'a'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100
* component.code = https://genomed.example/fhir/cmml/CodeSystem/terms#event
* component.valueCodeableConcept from Cmml_OS_values (required)

Profile: Cmml_AMLt
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-follow-up
Id: cmml-AMLt
Title: "Transformation to acute myeloid leukaemia"
Description: "Transformation to acute myeloid leukaemia, as the data dictionary defines it."
* code = https://genomed.example/fhir/cmml/CodeSystem/terms#AMLt
* valueQuantity = 'a'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100
* component.code = https://genomed.example/fhir/cmml/CodeSystem/terms#event
* component.valueCodeableConcept from Cmml_AMLt_values (required)

Profile: Cmml_group_karyotype
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-panel
Id: cmml-group-karyotype
Title: "Karyotype summary"
Description: "Karyotype summary, as the data dictionary defines it."
* code = https://genomed.example/fhir/cmml/CodeSystem/terms#karyotype-summary
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains CYTO-CPSS 0..1
* component[CYTO-CPSS].code = https://genomed.example/fhir/cmml/CodeSystem/terms#CYTO_CPSS
* component[CYTO-CPSS].value[x] only CodeableConcept
* component[CYTO-CPSS].valueCodeableConcept from Cmml_CYTO_CPSS_values (required)

Profile: Cmml_group_scores
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-panel
Id: cmml-group-scores
Title: "Published prognostic scores"
Description: "Published prognostic scores, as the data dictionary defines it."
* code = https://genomed.example/fhir/cmml/CodeSystem/terms#prognostic-scores
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains CPSS 0..1 and CPSS-MOL 0..1
* component[CPSS].code = https://genomed.example/fhir/cmml/CodeSystem/terms#CPSS
* component[CPSS].value[x] only CodeableConcept
* component[CPSS].valueCodeableConcept from Cmml_CPSS_values (required)
* component[CPSS-MOL].code = https://genomed.example/fhir/cmml/CodeSystem/terms#CPSS_MOL
* component[CPSS-MOL].value[x] only CodeableConcept
* component[CPSS-MOL].valueCodeableConcept from Cmml_CPSS_MOL_values (required)

Profile: Cmml_finding_sequencing
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-variant
Id: cmml-finding-sequencing
Title: "Finding: Targeted sequencing"
Description: "A finding of this panel that is present."
* component[gene-studied] 1..1
* component[gene-studied].code = http://loinc.org#48018-6
* component[gene-studied].valueCodeableConcept from Cmml_findings_sequencing (required)

Profile: Cmml_regions_sequencing
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-regions
Id: cmml-regions-sequencing
Title: "Targeted sequencing"
Description: "Targeted sequencing, as the data dictionary defines it."
* code = http://loinc.org#53041-0
* component.code = http://loinc.org#48018-6
* component.valueCodeableConcept from Cmml_findings_sequencing (required)

Profile: Cmml_finding_karyotype
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-variant
Id: cmml-finding-karyotype
Title: "Finding: Karyotyping, FISH and fusion analysis"
Description: "A finding of this panel that is present."
* component[cytogenomic-nomenclature] 1..1
* component[cytogenomic-nomenclature].code = http://loinc.org#81291-7
* component[cytogenomic-nomenclature].valueCodeableConcept from Cmml_findings_karyotype (required)

Profile: Cmml_regions_karyotype
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-regions
Id: cmml-regions-karyotype
Title: "Karyotyping, FISH and fusion analysis"
Description: "Karyotyping, FISH and fusion analysis, as the data dictionary defines it."
* code = https://genomed.example/fhir/cmml/CodeSystem/terms#karyotype-regions
* component.code = http://loinc.org#81291-7
* component.valueCodeableConcept from Cmml_findings_karyotype (required)
