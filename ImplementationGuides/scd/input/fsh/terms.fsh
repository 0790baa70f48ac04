// Generated from data-dictionary.yaml by 'genomed guide fsh'. Edit the dictionary, not this file.

CodeSystem: Scd_loinc_org
Id: scd-loinc-org
Title: "Codes of http://loinc.org used for Sickle cell disease"
Description: "A fragment: codes and displays that the guide uses."
* ^url = "http://loinc.org"
* ^content = #fragment
* ^caseSensitive = true
* ^experimental = true
* #14804-9 "Lactate dehydrogenase [Enzymatic activity/volume] in Serum or Plasma by Lactate to pyruvate reaction"
* #26464-8 "Leukocytes [#/volume] in Blood"
* #4551-8 "Hemoglobin A2 (Bld) [Mass fraction]"
* #4576-5 "Hemoglobin F/Hemoglobin.total in Blood"
* #48004-6 "DNA change (c.HGVS)"
* #48018-6 "Gene studied [ID]"
* #718-7 "Hemoglobin [Mass/volume] in Blood"
* #777-3 "Platelets [#/volume] in Blood by Automated count"
* #81290-9 "Genomic DNA change (gHGVS)"
* #LA9633-4 "Present"
* #LA9634-2 "Absent"

CodeSystem: Scd_snomed_info_sct
Id: scd-snomed-info-sct
Title: "Codes of http://snomed.info/sct used for Sickle cell disease"
Description: "A fragment: codes and displays that the guide uses."
* ^url = "http://snomed.info/sct"
* ^content = #fragment
* ^caseSensitive = true
* ^experimental = true
* #127040003 "Sickle cell-hemoglobin SS disease (disorder)"
* #234336002 "Hemopoietic stem cell transplant (procedure)"
* #417357006 "Sickling disorder due to hemoglobin S (disorder)"

CodeSystem: Scd_www_orpha_net
Id: scd-www-orpha-net
Title: "Codes of http://www.orpha.net used for Sickle cell disease"
Description: "A fragment: codes and displays that the guide uses."
* ^url = "http://www.orpha.net"
* ^content = #fragment
* ^caseSensitive = true
* ^experimental = true
* #232 "Sickle cell anemia"

CodeSystem: Terms
Id: terms
Title: "Terms of Sickle cell disease"
Description: "What no public terminology names."
* ^url = "https://genomed.example/fhir/scd/CodeSystem/terms"
* ^content = #complete
* ^caseSensitive = true
* ^experimental = true
* #AGE "Age at the visit"
* #BCL11A "BCL11A variant that raises HbF"
* #GENOTYPE "Genotype"
* #GENOTYPE.SC "HbSC disease"
* #GENOTYPE.SS "Homozygous HbSS"
* #GENOTYPE.Sb-plus "HbS with beta-plus thalassaemia"
* #GENOTYPE.Sb0 "HbS with beta-0 thalassaemia"
* #GENOTYPE.other "Other sickling genotype"
* #HMIP2 "HMIP-2 variant that raises HbF"
* #HbS "Haemoglobin S fraction"
* #SEX "Sex"
* #acute-events "Acute events in the year before the visit"
* #acute_chest "Episodes of acute chest syndrome, a year"
* #alpha_thal "Alpha thalassaemia trait (alpha-globin deletion)"
* #bilirubin "Bilirubin, total, in serum or plasma"
* #chronic_transfusion "Chronic transfusion programme"
* #creatinine "Creatinine in serum or plasma"
* #event "Event seen"
* #globin-genes "Globin genes looked at"
* #haemoglobin-fractions "Haemoglobin fractions"
* #hydroxyurea "Hydroxyurea"
* #iron_overload "Iron overload"
* #leg_ulcer "Leg ulcer"
* #nephropathy "Chronic kidney disease or albuminuria"
* #organ-complications "Chronic organ complications"
* #osteonecrosis "Avascular necrosis"
* #pain_crises "Painful crises that needed hospital care, a year"
* #priapism "Priapism"
* #pulmonary_hypertension "Pulmonary hypertension"
* #reticulocytes "Reticulocytes per erythrocytes"
* #retinopathy "Proliferative retinopathy"
* #silent_infarct "Silent cerebral infarct"
* #splenic_sequestration "Splenic sequestration"
* #stroke "Stroke"
* #transfusions "Units of red cells transfused, a year"
