using System.Text.Json;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;

namespace GenoMed.Fhir.Operations.Conformance;

/// <summary>What a concept is called in the language asked for.</summary>
internal static class Displays
{
    public static string? Of(Concept concept, string? language) => Of(concept.Designations, language) ?? concept.Display;

    /// <summary>The designation of a language (<c>de</c> fits <c>de-AT</c>), or null.</summary>
    public static string? Of(IEnumerable<JsonElement> designations, string? language)
        => language is null ? null : designations.FirstOrDefault(one => Fits(one.Text("language"), language)) is { ValueKind: JsonValueKind.Object } found ? found.Text("value") : null;

    /// <summary>Whether a text names the concept: its display or a designation, letter case aside.</summary>
    public static bool IsName(Concept concept, string text)
        => concept.Designations.Select(one => one.Text("value")).Append(concept.Display).Any(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));

    private static bool Fits(string? has, string asked) => has is not null && (has == asked || has.StartsWith(asked + "-", StringComparison.Ordinal));
}
