Alias: $loinc = http://loinc.org
Alias: $ucum = http://unitsofmeasure.org
Alias: $category = http://terminology.hl7.org/CodeSystem/observation-category
Alias: $section = http://terminology.hl7.org/CodeSystem/v2-0074
