// Generated from data-dictionary.yaml by 'genomed guide fsh'. Edit the dictionary, not this file.

ValueSet: Scd_stroke_values
Id: scd-stroke-values
Title: "Stroke: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Scd_silent_infarct_values
Id: scd-silent-infarct-values
Title: "Silent cerebral infarct: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Scd_osteonecrosis_values
Id: scd-osteonecrosis-values
Title: "Avascular necrosis: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Scd_retinopathy_values
Id: scd-retinopathy-values
Title: "Proliferative retinopathy: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Scd_nephropathy_values
Id: scd-nephropathy-values
Title: "Chronic kidney disease or albuminuria: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Scd_pulmonary_hypertension_values
Id: scd-pulmonary-hypertension-values
Title: "Pulmonary hypertension: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Scd_leg_ulcer_values
Id: scd-leg-ulcer-values
Title: "Leg ulcer: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Scd_priapism_values
Id: scd-priapism-values
Title: "Priapism: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Scd_splenic_sequestration_values
Id: scd-splenic-sequestration-values
Title: "Splenic sequestration: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Scd_iron_overload_values
Id: scd-iron-overload-values
Title: "Iron overload: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Scd_findings_globin
Id: scd-findings-globin
Title: "Globin gene analysis: findings"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/scd/CodeSystem/terms#alpha_thal "Alpha thalassaemia trait (alpha-globin deletion)"
* https://genomed.example/fhir/scd/CodeSystem/terms#BCL11A "BCL11A variant that raises HbF"
* https://genomed.example/fhir/scd/CodeSystem/terms#HMIP2 "HMIP-2 variant that raises HbF"
