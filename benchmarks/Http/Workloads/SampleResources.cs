using GenoMed.Fhir.Http.Benchmarks.Load;

namespace GenoMed.Fhir.Http.Benchmarks.Workloads;

/// <summary>Resources as a hospital's interface sends them, with <see cref="RequestTemplate.Slot"/> where they differ.</summary>
internal static class SampleResources
{
    public const string Patient = $$$"""
        {"resourceType":"Patient","identifier":[{"system":"urn:hospital:mrn","value":"P{{{RequestTemplate.Slot}}}"}],"active":true,
        "name":[{"family":"Sample","given":["Person"]}],"gender":"female","birthDate":"1957-03-14"}
        """;

    public const string Observation = $$$"""
        {"resourceType":"Observation","identifier":[{"system":"urn:hospital:lab","value":"L{{{RequestTemplate.Slot}}}"}],"status":"final",
        "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],
        "code":{"coding":[{"system":"http://loinc.org","code":"718-7","display":"Hemoglobin [Mass/volume] in Blood"}]},
        "subject":{"reference":"SUBJECT"},"effectiveDateTime":"2024-05-17T08:30:00+01:00",
        "valueQuantity":{"value":9.4,"unit":"g/dL","system":"http://unitsofmeasure.org","code":"g/dL"}}
        """;

    private const string Urn = "urn:uuid:6f0a9bd2-1c43-4a52-9d0e-3b7f15c80000";

    /// <summary>An Observation of a patient.</summary>
    public static string ObservationOf(string subject) => Observation.Replace("SUBJECT", subject, StringComparison.Ordinal);

    /// <summary>A transaction that creates a Patient and Observations of it, which refer to it by its urn.</summary>
    /// <param name="resources">How many resources in all.</param>
    public static string Transaction(int resources)
    {
        var observation = Entry("Observation", string.Empty, ObservationOf(Urn));
        var entries = Enumerable.Repeat(observation, resources - 1).Prepend(Entry("Patient", $"\"fullUrl\":\"{Urn}\",", Patient));
        return $$"""{"resourceType":"Bundle","type":"transaction","entry":[{{string.Join(',', entries)}}]}""";
    }

    private static string Entry(string type, string fullUrl, string resource)
        => $$$"""{{{{fullUrl}}}"resource":{{{resource}}},"request":{"method":"POST","url":"{{{type}}}"}}""";
}
