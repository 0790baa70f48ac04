// Generated from data-dictionary.yaml by 'genomed guide fsh'. Edit the dictionary, not this file.

Profile: Mds_condition
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-diagnosis
Id: mds-condition
Title: "Myelodysplastic syndrome"
Description: "Myelodysplastic syndrome, as the data dictionary defines it."
* code = http://snomed.info/sct#109995007
* onsetAge = 'a'

Profile: Mds_MDS_TYPE
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mds-MDS-TYPE
Title: "Primary or secondary/therapy-related"
Description: "Primary or secondary/therapy-related, as the data dictionary defines it."
* code = https://genomed.example/fhir/mds/CodeSystem/terms#MDS_TYPE
* value[x] only CodeableConcept
* valueCodeableConcept from Mds_MDS_TYPE_values (required)

Profile: Mds_BM_BLAST
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mds-BM-BLAST
Title: "Bone marrow blasts"
Description: "Bone marrow blasts, as the data dictionary defines it."
* code = https://genomed.example/fhir/mds/CodeSystem/terms#blasts-bone-marrow
* value[x] only Quantity
* valueQuantity = '%'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100

Profile: Mds_PB_BLAST
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mds-PB-BLAST
Title: "Peripheral blood blasts"
Description: "Peripheral blood blasts, as the data dictionary defines it."
* code = http://loinc.org#26446-5
* value[x] only Quantity
* valueQuantity = '%'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100

Profile: Mds_WBC
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mds-WBC
Title: "White blood cells"
Description: "White blood cells, as the data dictionary defines it."
* code = http://loinc.org#26464-8
* value[x] only Quantity
* valueQuantity = '10*9/L'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 1000

Profile: Mds_ANC
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mds-ANC
Title: "Absolute neutrophil count"
Description: "Absolute neutrophil count, as the data dictionary defines it."
* code = http://loinc.org#26499-4
* value[x] only Quantity
* valueQuantity = '10*9/L'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 500

Profile: Mds_MONOCYTES
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mds-MONOCYTES
Title: "Absolute monocyte count"
Description: "Absolute monocyte count, as the data dictionary defines it."
* code = http://loinc.org#742-7
* value[x] only Quantity
* valueQuantity = '10*9/L'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 500

Profile: Mds_HB
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mds-HB
Title: "Haemoglobin"
Description: "Haemoglobin, as the data dictionary defines it."
* code = http://loinc.org#718-7
* value[x] only Quantity
* valueQuantity = 'g/dL'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 30

Profile: Mds_PLT
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mds-PLT
Title: "Platelets"
Description: "Platelets, as the data dictionary defines it."
* code = http://loinc.org#777-3
* value[x] only Quantity
* valueQuantity = '10*9/L'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 5000

Profile: Mds_hma
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-treatment
Id: mds-hma
Title: "Hypomethylating agent"
Description: "Hypomethylating agent, as the data dictionary defines it."
* code = https://genomed.example/fhir/mds/CodeSystem/terms#hma

Profile: Mds_lenalidomid
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-treatment
Id: mds-lenalidomid
Title: "Lenalidomide"
Description: "Lenalidomide, as the data dictionary defines it."
* code = https://genomed.example/fhir/mds/CodeSystem/terms#lenalidomid

Profile: Mds_chemotherapy
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-treatment
Id: mds-chemotherapy
Title: "Intensive chemotherapy"
Description: "Intensive chemotherapy, as the data dictionary defines it."
* code = http://snomed.info/sct#367336001

Profile: Mds_transplant
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-treatment
Id: mds-transplant
Title: "Haematopoietic stem cell transplant"
Description: "Haematopoietic stem cell transplant, as the data dictionary defines it."
* code = http://snomed.info/sct#234336002

Profile: Mds_RESPONSE
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mds-RESPONSE
Title: "Response to first treatment (IWG)"
Description: "Response to first treatment (IWG), as the data dictionary defines it."
* code = https://genomed.example/fhir/mds/CodeSystem/terms#RESPONSE
* value[x] only CodeableConcept
* valueCodeableConcept from Mds_RESPONSE_values (required)

Profile: Mds_OS
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-follow-up
Id: mds-OS
Title: "Overall survival"
Description: "Overall survival, as the data dictionary defines it."
* code = https://genomed.example/fhir/mds/CodeSystem/terms#OS
* valueQuantity = 'a'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100
* component.code = https://genomed.example/fhir/mds/CodeSystem/terms#event
* component.valueCodeableConcept from Mds_OS_values (required)

Profile: Mds_LFS
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-follow-up
Id: mds-LFS
Title: "Leukaemia-free survival"
Description: "Leukaemia-free survival, as the data dictionary defines it."
* code = https://genomed.example/fhir/mds/CodeSystem/terms#LFS
* valueQuantity = 'a'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100
* component.code = https://genomed.example/fhir/mds/CodeSystem/terms#event
* component.valueCodeableConcept from Mds_LFS_values (required)

Profile: Mds_AMLt
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-follow-up
Id: mds-AMLt
Title: "Transformation to acute myeloid leukaemia"
Description: "Transformation to acute myeloid leukaemia, as the data dictionary defines it."
* code = https://genomed.example/fhir/mds/CodeSystem/terms#AMLt
* valueQuantity = 'a'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100
* component.code = https://genomed.example/fhir/mds/CodeSystem/terms#event
* component.valueCodeableConcept from Mds_AMLt_values (required)

Profile: Mds_SLIDE
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mds-SLIDE
Title: "Bone-marrow slide embedding (Prov-GigaPath slide encoder)"
Description: "Bone-marrow slide embedding (Prov-GigaPath slide encoder), as the data dictionary defines it."
* code = https://genomed.example/fhir/mds/CodeSystem/terms#slide-embedding-gigapath
* value[x] only Attachment

Profile: Mds_group_karyotype
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-panel
Id: mds-group-karyotype
Title: "Karyotype summary"
Description: "Karyotype summary, as the data dictionary defines it."
* code = https://genomed.example/fhir/mds/CodeSystem/terms#karyotype-summary
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains CYTO-IPSSR 0..1 and complex 0..1
* component[CYTO-IPSSR].code = https://genomed.example/fhir/mds/CodeSystem/terms#CYTO_IPSSR
* component[CYTO-IPSSR].value[x] only CodeableConcept
* component[CYTO-IPSSR].valueCodeableConcept from Mds_CYTO_IPSSR_values (required)
* component[complex].code = https://genomed.example/fhir/mds/CodeSystem/terms#complex
* component[complex].value[x] only CodeableConcept
* component[complex].valueCodeableConcept from Mds_complex_values (required)

Profile: Mds_group_tp53
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-panel
Id: mds-group-tp53
Title: "TP53 allelic state"
Description: "TP53 allelic state, as the data dictionary defines it."
* code = https://genomed.example/fhir/mds/CodeSystem/terms#tp53-state
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains TP53-COUNT 0..1 and TP53-MAXVAF 0..1 and TP53-LOH 0..1
* component[TP53-COUNT].code = https://genomed.example/fhir/mds/CodeSystem/terms#TP53_COUNT
* component[TP53-COUNT].value[x] only Quantity
* component[TP53-COUNT].valueQuantity = '1'
* component[TP53-COUNT].valueQuantity.value ^minValueDecimal = 0
* component[TP53-COUNT].valueQuantity.value ^maxValueDecimal = 20
* component[TP53-MAXVAF].code = https://genomed.example/fhir/mds/CodeSystem/terms#TP53_MAXVAF
* component[TP53-MAXVAF].value[x] only Quantity
* component[TP53-MAXVAF].valueQuantity = '1'
* component[TP53-MAXVAF].valueQuantity.value ^minValueDecimal = 0
* component[TP53-MAXVAF].valueQuantity.value ^maxValueDecimal = 1
* component[TP53-LOH].code = https://genomed.example/fhir/mds/CodeSystem/terms#TP53_LOH
* component[TP53-LOH].value[x] only CodeableConcept
* component[TP53-LOH].valueCodeableConcept from Mds_TP53_LOH_values (required)

Profile: Mds_group_scores
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-panel
Id: mds-group-scores
Title: "Published prognostic scores"
Description: "Published prognostic scores, as the data dictionary defines it."
* code = https://genomed.example/fhir/mds/CodeSystem/terms#prognostic-scores
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains IPSSR 0..1 and IPSSR-SCORE 0..1 and IPSSRA-SCORE 0..1 and IPSSM 0..1 and IPSSM-SCORE 0..1
* component[IPSSR].code = https://genomed.example/fhir/mds/CodeSystem/terms#IPSSR
* component[IPSSR].value[x] only CodeableConcept
* component[IPSSR].valueCodeableConcept from Mds_IPSSR_values (required)
* component[IPSSR-SCORE].code = https://genomed.example/fhir/mds/CodeSystem/terms#IPSSR_SCORE
* component[IPSSR-SCORE].value[x] only Quantity
* component[IPSSR-SCORE].valueQuantity = '1'
* component[IPSSRA-SCORE].code = https://genomed.example/fhir/mds/CodeSystem/terms#IPSSRA_SCORE
* component[IPSSRA-SCORE].value[x] only Quantity
* component[IPSSRA-SCORE].valueQuantity = '1'
* component[IPSSM].code = https://genomed.example/fhir/mds/CodeSystem/terms#IPSSM
* component[IPSSM].value[x] only CodeableConcept
* component[IPSSM].valueCodeableConcept from Mds_IPSSM_values (required)
* component[IPSSM-SCORE].code = https://genomed.example/fhir/mds/CodeSystem/terms#IPSSM_SCORE
* component[IPSSM-SCORE].value[x] only Quantity
* component[IPSSM-SCORE].valueQuantity = '1'

Profile: Mds_finding_sequencing
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-variant
Id: mds-finding-sequencing
Title: "Finding: Targeted sequencing of myeloid genes"
Description: "A finding of this panel that is present."
* component[gene-studied] 1..1
* component[gene-studied].code = http://loinc.org#48018-6
* component[gene-studied].valueCodeableConcept from Mds_findings_sequencing (required)

Profile: Mds_regions_sequencing
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-regions
Id: mds-regions-sequencing
Title: "Targeted sequencing of myeloid genes"
Description: "Targeted sequencing of myeloid genes, as the data dictionary defines it."
* code = http://loinc.org#53041-0
* component.code = http://loinc.org#48018-6
* component.valueCodeableConcept from Mds_findings_sequencing (required)

Profile: Mds_finding_karyotype
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-variant
Id: mds-finding-karyotype
Title: "Finding: Karyotyping and copy-number analysis"
Description: "A finding of this panel that is present."
* component[cytogenomic-nomenclature] 1..1
* component[cytogenomic-nomenclature].code = http://loinc.org#81291-7
* component[cytogenomic-nomenclature].valueCodeableConcept from Mds_findings_karyotype (required)

Profile: Mds_regions_karyotype
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-regions
Id: mds-regions-karyotype
Title: "Karyotyping and copy-number analysis"
Description: "Karyotyping and copy-number analysis, as the data dictionary defines it."
* code = https://genomed.example/fhir/mds/CodeSystem/terms#karyotype-regions
* component.code = http://loinc.org#81291-7
* component.valueCodeableConcept from Mds_findings_karyotype (required)
