using System.Text;

namespace GenoMed.Fhir.Http.Benchmarks;

/// <summary>A haemoglobin of an invented patient, about 600 bytes: what a laboratory sends.</summary>
internal static class SampleObservation
{
    public static byte[] Json(int number) => Encoding.UTF8.GetBytes($$$"""
        {"resourceType":"Observation","meta":{"tag":[{"system":"https://genomed-fhir.org/tags","code":"bench"}]},"identifier":[{"system":"https://lab.example/orders","value":"{{{number}}}"}],"status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],"code":{"coding":[{"system":"http://loinc.org","code":"718-7","display":"Hemoglobin [Mass/volume] in Blood"}]},"subject":{"reference":"Patient/p{{{number % 1000}}}"},"effectiveDateTime":"2024-0{{{1 + (number % 9)}}}-1{{{number % 10}}}","valueQuantity":{"value":{{{5 + (number % 100 / 10.0):0.0}}},"unit":"g/dL","system":"http://unitsofmeasure.org","code":"g/dL"}}
        """);
}
