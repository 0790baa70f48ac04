// Generated from data-dictionary.yaml by 'genomed guide fsh'. Edit the dictionary, not this file.

ValueSet: Mm_ISOTYPE_values
Id: mm-ISOTYPE-values
Title: "Type of the paraprotein: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/mm/CodeSystem/terms#ISOTYPE.IgG "IgG"
* https://genomed.example/fhir/mm/CodeSystem/terms#ISOTYPE.IgA "IgA"
* https://genomed.example/fhir/mm/CodeSystem/terms#ISOTYPE.IgD "IgD"
* https://genomed.example/fhir/mm/CodeSystem/terms#ISOTYPE.IgM "IgM"
* https://genomed.example/fhir/mm/CodeSystem/terms#ISOTYPE.light-chain "light-chain"
* https://genomed.example/fhir/mm/CodeSystem/terms#ISOTYPE.non-secretory "non-secretory"

ValueSet: Mm_bone_lesions_values
Id: mm-bone-lesions-values
Title: "Lytic bone lesions: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Mm_ISS_values
Id: mm-ISS-values
Title: "International staging system: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/mm/CodeSystem/terms#ISS.I "I"
* https://genomed.example/fhir/mm/CodeSystem/terms#ISS.II "II"
* https://genomed.example/fhir/mm/CodeSystem/terms#ISS.III "III"

ValueSet: Mm_RISS_values
Id: mm-RISS-values
Title: "Revised international staging system: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/mm/CodeSystem/terms#RISS.I "I"
* https://genomed.example/fhir/mm/CodeSystem/terms#RISS.II "II"
* https://genomed.example/fhir/mm/CodeSystem/terms#RISS.III "III"

ValueSet: Mm_R2ISS_values
Id: mm-R2ISS-values
Title: "Second revision of the international staging system: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/mm/CodeSystem/terms#R2ISS.Low "Low"
* https://genomed.example/fhir/mm/CodeSystem/terms#R2ISS.Low-Intermediate "Low-Intermediate"
* https://genomed.example/fhir/mm/CodeSystem/terms#R2ISS.Intermediate-High "Intermediate-High"
* https://genomed.example/fhir/mm/CodeSystem/terms#R2ISS.High "High"

ValueSet: Mm_RESPONSE_values
Id: mm-RESPONSE-values
Title: "Best response: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/mm/CodeSystem/terms#RESPONSE.sCR "sCR"
* https://genomed.example/fhir/mm/CodeSystem/terms#RESPONSE.CR "CR"
* https://genomed.example/fhir/mm/CodeSystem/terms#RESPONSE.VGPR "VGPR"
* https://genomed.example/fhir/mm/CodeSystem/terms#RESPONSE.PR "PR"
* https://genomed.example/fhir/mm/CodeSystem/terms#RESPONSE.SD "SD"
* https://genomed.example/fhir/mm/CodeSystem/terms#RESPONSE.PD "PD"

ValueSet: Mm_OS_values
Id: mm-OS-values
Title: "Overall survival: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Mm_PFS_values
Id: mm-PFS-values
Title: "Progression-free survival: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Mm_findings_sequencing
Id: mm-findings-sequencing
Title: "Targeted sequencing: findings"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://www.genenames.org/geneId#HGNC:6407 "KRAS"
* http://www.genenames.org/geneId#HGNC:7989 "NRAS"
* http://www.genenames.org/geneId#HGNC:1097 "BRAF"
* http://www.genenames.org/geneId#HGNC:11998 "TP53"
* https://genomed.example/fhir/mm/CodeSystem/terms#mut_DIS3 "DIS3 mutated"
* https://genomed.example/fhir/mm/CodeSystem/terms#mut_FAM46C "FAM46C mutated"
* https://genomed.example/fhir/mm/CodeSystem/terms#mut_TRAF3 "TRAF3 mutated"
* https://genomed.example/fhir/mm/CodeSystem/terms#mut_CCND1 "CCND1 mutated"

ValueSet: Mm_findings_fish
Id: mm-findings-fish
Title: "FISH of selected plasma cells: findings"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/mm/CodeSystem/terms#fish_t4_14 "t(4;14)(p16;q32)"
* https://genomed.example/fhir/mm/CodeSystem/terms#fish_t14_16 "t(14;16)(q32;q23)"
* https://genomed.example/fhir/mm/CodeSystem/terms#fish_t11_14 "t(11;14)(q13;q32)"
* https://genomed.example/fhir/mm/CodeSystem/terms#fish_t14_20 "t(14;20)(q32;q12)"
* https://genomed.example/fhir/mm/CodeSystem/terms#fish_del17p "del(17p)"
* https://genomed.example/fhir/mm/CodeSystem/terms#fish_gain1q "Gain or amplification of 1q21"
* https://genomed.example/fhir/mm/CodeSystem/terms#fish_del1p "del(1p)"
* https://genomed.example/fhir/mm/CodeSystem/terms#fish_del13q "del(13q)"
* https://genomed.example/fhir/mm/CodeSystem/terms#fish_hyperdiploid "Hyperdiploidy"

ValueSet: Mm_findings_cnv
Id: mm-findings-cnv
Title: "Genome-wide copy-number analysis: findings"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_gain3 "Gain of chromosome 3"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_gain5 "Gain of chromosome 5"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_gain7 "Gain of chromosome 7"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_gain9 "Gain of chromosome 9"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_gain11 "Gain of chromosome 11"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_gain15 "Gain of chromosome 15"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_gain19 "Gain of chromosome 19"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_gain21 "Gain of chromosome 21"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_loss1p "Loss of 1p"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_loss6q "Loss of 6q"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_loss8p "Loss of 8p"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_loss12p "Loss of 12p"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_loss13q "Loss of 13q"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_loss14q "Loss of 14q"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_loss16q "Loss of 16q"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_loss17p "Loss of 17p"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_loss22q "Loss of 22q"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_gain1q "Gain of 1q"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_gain6p "Gain of 6p"
* https://genomed.example/fhir/mm/CodeSystem/terms#cnv_amp1q "Amplification of 1q (four copies or more)"
