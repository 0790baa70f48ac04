namespace GenoMed.Fhir.Guides.Features;

/// <summary>The codings of a CodeableConcept as the general views flatten them: <c>system|code</c>, one a line.</summary>
internal static class Codes
{
    public static string[] Split(string? codes) => codes is null ? [] : codes.Split('\n');

    public static bool Contains(string? codes, string key) => codes is not null && (codes == key || Split(codes).Contains(key));
}
