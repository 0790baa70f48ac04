// Generated from data-dictionary.yaml by 'genomed guide fsh'. Edit the dictionary, not this file.

CodeSystem: Cmml_loinc_org
Id: cmml-loinc-org
Title: "Codes of http://loinc.org used for Chronic myelomonocytic leukaemia"
Description: "A fragment: codes and displays that the guide uses."
* ^url = "http://loinc.org"
* ^content = #fragment
* ^caseSensitive = true
* ^experimental = true
* #14804-9 "Lactate dehydrogenase [Enzymatic activity/volume] in Serum or Plasma by Lactate to pyruvate reaction"
* #26446-5 "Blasts/100 leukocytes in Blood"
* #26464-8 "Leukocytes [#/volume] in Blood"
* #26499-4 "Neutrophils [#/volume] in Blood"
* #48004-6 "DNA change (c.HGVS)"
* #48005-3 "Amino acid change (pHGVS)"
* #48018-6 "Gene studied [ID]"
* #53041-0 "DNA region of interest panel"
* #718-7 "Hemoglobin [Mass/volume] in Blood"
* #742-7 "Monocytes [#/volume] in Blood by Automated count"
* #777-3 "Platelets [#/volume] in Blood by Automated count"
* #81258-6 "Sample variant allelic frequency [NFr]"
* #81291-7 "Cytogenomic nomenclature"
* #LA9633-4 "Present"
* #LA9634-2 "Absent"

CodeSystem: Cmml_snomed_info_sct
Id: cmml-snomed-info-sct
Title: "Codes of http://snomed.info/sct used for Chronic myelomonocytic leukaemia"
Description: "A fragment: codes and displays that the guide uses."
* ^url = "http://snomed.info/sct"
* ^content = #fragment
* ^caseSensitive = true
* ^experimental = true
* #127225006 "Chronic myelomonocytic leukemia (disorder)"
* #234336002 "Hemopoietic stem cell transplant (procedure)"

CodeSystem: Cmml_terminology_hl7_org_CodeSystem_icd_o_3
Id: cmml-terminology-hl7-org-CodeSystem-icd-o-3
Title: "Codes of http://terminology.hl7.org/CodeSystem/icd-o-3 used for Chronic myelomonocytic leukaemia"
Description: "A fragment: codes and displays that the guide uses."
* ^url = "http://terminology.hl7.org/CodeSystem/icd-o-3"
* ^content = #fragment
* ^caseSensitive = true
* ^experimental = true
* #9945/3 "Chronic myelomonocytic leukaemia"

CodeSystem: Cmml_www_genenames_org_geneId
Id: cmml-www-genenames-org-geneId
Title: "Codes of http://www.genenames.org/geneId used for Chronic myelomonocytic leukaemia"
Description: "A fragment: codes and displays that the guide uses."
* ^url = "http://www.genenames.org/geneId"
* ^content = #fragment
* ^caseSensitive = true
* ^experimental = true
* #HGNC:10471 "RUNX1"
* #HGNC:10768 "SF3B1"
* #HGNC:10783 "SRSF2"
* #HGNC:11355 "STAG2"
* #HGNC:11998 "TP53"
* #HGNC:12453 "U2AF1"
* #HGNC:1541 "CBL"
* #HGNC:15573 "SETBP1"
* #HGNC:18145 "PHF6"
* #HGNC:18318 "ASXL1"
* #HGNC:1833 "CEBPA"
* #HGNC:20893 "BCOR"
* #HGNC:23019 "ZRSR2"
* #HGNC:25941 "TET2"
* #HGNC:2978 "DNMT3A"
* #HGNC:3495 "ETV6"
* #HGNC:3527 "EZH2"
* #HGNC:3765 "FLT3"
* #HGNC:4171 "GATA2"
* #HGNC:5382 "IDH1"
* #HGNC:5383 "IDH2"
* #HGNC:6192 "JAK2"
* #HGNC:6342 "KIT"
* #HGNC:6407 "KRAS"
* #HGNC:7765 "NF1"
* #HGNC:7910 "NPM1"
* #HGNC:7989 "NRAS"
* #HGNC:9644 "PTPN11"

CodeSystem: Terms
Id: terms
Title: "Terms of Chronic myelomonocytic leukaemia"
Description: "What no public terminology names."
* ^url = "https://genomed.example/fhir/cmml/CodeSystem/terms"
* ^content = #complete
* ^caseSensitive = true
* ^experimental = true
* #AGE "Age at diagnosis"
* #AMLt "Transformation to acute myeloid leukaemia"
* #CPSS "CPSS risk"
* #CPSS.High "High"
* #CPSS.Intermediate-1 "Intermediate-1"
* #CPSS.Intermediate-2 "Intermediate-2"
* #CPSS.Low "Low"
* #CPSS_MOL "CPSS-Mol risk"
* #CPSS_MOL.High "High"
* #CPSS_MOL.Intermediate-1 "Intermediate-1"
* #CPSS_MOL.Intermediate-2 "Intermediate-2"
* #CPSS_MOL.Low "Low"
* #CYTO_CPSS "Cytogenetic risk of the CPSS"
* #CYTO_CPSS.High "+8, a lesion of chromosome 7, or complex"
* #CYTO_CPSS.Intermediate "All that is neither low nor high"
* #CYTO_CPSS.Low "Normal or isolated -Y"
* #FAB "FAB subtype"
* #FAB.MD-CMML "Myelodysplastic (leukocytes below 13)"
* #FAB.MP-CMML "Myeloproliferative (leukocytes 13 or more)"
* #OS "Overall survival"
* #SEX "Sex"
* #blasts-bone-marrow "Blasts in bone marrow"
* #cna_complex "Complex karyotype"
* #cna_del20q "del(20q)"
* #cna_del5q "del(5q)"
* #cna_del7 "-7"
* #cna_del7q "del(7q)"
* #cna_delY "-Y"
* #cna_plus21 "+21"
* #cna_plus8 "+8"
* #event "Event seen"
* #hma "Hypomethylating agent"
* #hydroxyurea "Hydroxyurea"
* #karyotype-regions "Chromosomal lesions looked for"
* #karyotype-summary "Karyotype summary"
* #prognostic-scores "Published prognostic scores"
* #transfusion "Dependent on red cell transfusion"
