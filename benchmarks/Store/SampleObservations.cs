using System.Globalization;
using System.Text;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Store.Benchmarks;

/// <summary>Observations as a load of patients brings them: laboratory values, a coded result and one with components in turn.</summary>
internal static class SampleObservations
{
    private static readonly string[] LoincCodes = ["718-7", "777-3", "751-8", "26464-8", "2157-6", "1975-2"];

    /// <summary>So many, each with a number of its own from the first on.</summary>
    public static IReadOnlyList<byte[]> Make(int count, int first = 0) => [.. Enumerable.Range(first, count).Select(i => Encoding.UTF8.GetBytes(Json(i)))];

    public static StoreWrite AsWrite(byte[] json, int number)
        => new(StoreMethod.Create, "Observation", $"obs-{number:D8}", Resource.Parse(json));

    private static string Json(int i)
    {
        var value = (i % 4) switch
        {
            2 => "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"260385009\",\"display\":\"Negative\"}]}",
            3 => $"\"component\":[{Component("48005-3", i)},{Component("81258-6", i)}]",
            _ => string.Create(CultureInfo.InvariantCulture, $"\"valueQuantity\":{{\"value\":{5 + (i % 97 * 0.1):F1},\"unit\":\"g/dL\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"g/dL\"}}"),
        };
        return $$"""
            {"resourceType":"Observation","identifier":[{"system":"urn:hospital:lab","value":"L{{i}}"}],"status":"final",
            "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],
            "code":{"coding":[{"system":"http://loinc.org","code":"{{LoincCodes[i % LoincCodes.Length]}}","display":"A laboratory value"}],"text":"A laboratory value"},
            "subject":{"reference":"Patient/patient-{{i / 20:D6}}"},
            "effectiveDateTime":"20{{10 + (i % 15)}}-{{1 + (i % 12):D2}}-{{1 + (i % 28):D2}}T08:30:00+01:00",{{value}}}
            """;
    }

    private static string Component(string code, int i)
        => $$$"""{"code":{"coding":[{"system":"http://loinc.org","code":"{{{code}}}"}]},"valueQuantity":{"value":{{{i % 100}}},"unit":"%","system":"http://unitsofmeasure.org","code":"%"}}""";
}
