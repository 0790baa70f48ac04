// Generated from data-dictionary.yaml by 'genomed guide fsh'. Edit the dictionary, not this file.

Mapping: Mm_condition_mcode_primary_cancer_condition
Source: Mm_condition
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-primary-cancer-condition"
Id: mcode-primary-cancer-condition
Title: "mCODE 4.0.0 primary-cancer-condition"
* -> "Condition"
* clinicalStatus -> "Condition.clinicalStatus"
* category -> "Condition.category"
* code -> "Condition.code"
* code.coding -> "Condition.extension:histologyMorphologyBehavior"
* subject -> "Condition.subject"
* onset[x] -> "Condition.onset[x]"

Mapping: Mm_finding_sequencing_mcode_genomic_variant
Source: Mm_finding_sequencing
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-genomic-variant"
Id: mcode-genomic-variant
Title: "mCODE 4.0.0 genomic-variant"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* code -> "Observation.code"
* subject -> "Observation.subject"
* value[x] -> "Observation.value[x]"
* component[gene-studied] -> "Observation.component:gene-studied"
* component[coding-hgvs] -> "Observation.component:coding-hgvs"
* component[genomic-hgvs] -> "Observation.component:genomic-hgvs"
* component[protein-hgvs] -> "Observation.component:protein-hgvs"
* component[allelic-frequency] -> "Observation.component:sample-allelic-frequency"
* component[allelic-state] -> "Observation.component:allelic-state"
* component[cytogenomic-nomenclature] -> "Observation.component:cytogenomic-nomenclature"

Mapping: Mm_regions_sequencing_mcode_genomic_region_studied
Source: Mm_regions_sequencing
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-genomic-region-studied"
Id: mcode-genomic-region-studied
Title: "mCODE 4.0.0 genomic-region-studied"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* component -> "Observation.component:gene-studied"
* component.code -> "Observation.component:gene-studied.code"
* component.value[x] -> "Observation.component:gene-studied.value[x]"

Mapping: Mm_finding_fish_mcode_genomic_variant
Source: Mm_finding_fish
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-genomic-variant"
Id: mcode-genomic-variant
Title: "mCODE 4.0.0 genomic-variant"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* code -> "Observation.code"
* subject -> "Observation.subject"
* value[x] -> "Observation.value[x]"
* component[gene-studied] -> "Observation.component:gene-studied"
* component[coding-hgvs] -> "Observation.component:coding-hgvs"
* component[genomic-hgvs] -> "Observation.component:genomic-hgvs"
* component[protein-hgvs] -> "Observation.component:protein-hgvs"
* component[allelic-frequency] -> "Observation.component:sample-allelic-frequency"
* component[allelic-state] -> "Observation.component:allelic-state"
* component[cytogenomic-nomenclature] -> "Observation.component:cytogenomic-nomenclature"

Mapping: Mm_finding_cnv_mcode_genomic_variant
Source: Mm_finding_cnv
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-genomic-variant"
Id: mcode-genomic-variant
Title: "mCODE 4.0.0 genomic-variant"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* code -> "Observation.code"
* subject -> "Observation.subject"
* value[x] -> "Observation.value[x]"
* component[gene-studied] -> "Observation.component:gene-studied"
* component[coding-hgvs] -> "Observation.component:coding-hgvs"
* component[genomic-hgvs] -> "Observation.component:genomic-hgvs"
* component[protein-hgvs] -> "Observation.component:protein-hgvs"
* component[allelic-frequency] -> "Observation.component:sample-allelic-frequency"
* component[allelic-state] -> "Observation.component:allelic-state"
* component[cytogenomic-nomenclature] -> "Observation.component:cytogenomic-nomenclature"

Mapping: Mm_B2M_mcode_tumor_marker_test
Source: Mm_B2M
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-tumor-marker-test"
Id: mcode-tumor-marker-test
Title: "mCODE 4.0.0 tumor-marker-test"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* code -> "Observation.code"
* subject -> "Observation.subject"
* value[x] -> "Observation.value[x]"

Mapping: Mm_LDH_mcode_tumor_marker_test
Source: Mm_LDH
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-tumor-marker-test"
Id: mcode-tumor-marker-test
Title: "mCODE 4.0.0 tumor-marker-test"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* code -> "Observation.code"
* subject -> "Observation.subject"
* value[x] -> "Observation.value[x]"

Mapping: Mm_group_scores_mcode_cancer_stage_ISS
Source: Mm_group_scores
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-stage"
Id: mcode-cancer-stage-ISS
Title: "mCODE 4.0.0 cancer-stage"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* component[ISS].code -> "Observation.code"
* subject -> "Observation.subject"
* component[ISS].value[x] -> "Observation.value[x]"

Mapping: Mm_group_scores_mcode_cancer_stage_RISS
Source: Mm_group_scores
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-stage"
Id: mcode-cancer-stage-RISS
Title: "mCODE 4.0.0 cancer-stage"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* component[RISS].code -> "Observation.code"
* subject -> "Observation.subject"
* component[RISS].value[x] -> "Observation.value[x]"

Mapping: Mm_group_scores_mcode_cancer_stage_R2ISS
Source: Mm_group_scores
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-stage"
Id: mcode-cancer-stage-R2ISS
Title: "mCODE 4.0.0 cancer-stage"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* component[R2ISS].code -> "Observation.code"
* subject -> "Observation.subject"
* component[R2ISS].value[x] -> "Observation.value[x]"

Mapping: Mm_proteasome_inhibitor_mcode_cancer_related_medication_administration
Source: Mm_proteasome_inhibitor
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-related-medication-administration"
Id: mcode-cancer-related-medication-administration
Title: "mCODE 4.0.0 cancer-related-medication-administration"
* -> "MedicationAdministration"
* status -> "MedicationAdministration.status"
* code -> "MedicationAdministration.medication[x]"
* subject -> "MedicationAdministration.subject"

Mapping: Mm_imid_mcode_cancer_related_medication_administration
Source: Mm_imid
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-related-medication-administration"
Id: mcode-cancer-related-medication-administration
Title: "mCODE 4.0.0 cancer-related-medication-administration"
* -> "MedicationAdministration"
* status -> "MedicationAdministration.status"
* code -> "MedicationAdministration.medication[x]"
* subject -> "MedicationAdministration.subject"

Mapping: Mm_anti_cd38_mcode_cancer_related_medication_administration
Source: Mm_anti_cd38
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-related-medication-administration"
Id: mcode-cancer-related-medication-administration
Title: "mCODE 4.0.0 cancer-related-medication-administration"
* -> "MedicationAdministration"
* status -> "MedicationAdministration.status"
* code -> "MedicationAdministration.medication[x]"
* subject -> "MedicationAdministration.subject"

Mapping: Mm_RESPONSE_mcode_cancer_disease_status
Source: Mm_RESPONSE
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-disease-status"
Id: mcode-cancer-disease-status
Title: "mCODE 4.0.0 cancer-disease-status"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* code -> "Observation.code"
* subject -> "Observation.subject"
* value[x] -> "Observation.value[x]"
