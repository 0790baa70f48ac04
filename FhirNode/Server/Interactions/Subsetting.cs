using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Subsets;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>Cuts what a read, search or history answers to what <c>_summary</c> or <c>_elements</c> ask for.</summary>
internal static class Subsetting
{
    /// <exception cref="OperationProblem">Invalid: a value that is none, or both parameters.</exception>
    public static ResourceSubset? Of(FhirCall call)
    {
        if (call.Parameters.Count == 0 || !IsSubject(call.Target.Interaction))
        {
            return null;
        }

        var summary = Value(call, "_summary");
        var elements = Value(call, "_elements");
        return (summary, elements) switch
        {
            (null or "false", null) => null,
            (null or "false", _) => new ElementsSubset(elements!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
            (_, not null) => throw OperationProblem.Invalid("_summary and _elements do not go together; leave one.", "_elements"),
            ("true", _) => new SummarySubset(),
            ("text", _) => new TextSubset(),
            ("data", _) => new DataSubset(),
            ("count", _) when call.Target.Interaction is not (Interaction.Read or Interaction.VRead) => null,
            _ => throw OperationProblem.Invalid($"_summary is true, text, data or false, and count in a search or history; this is '{summary}'.", "_summary"),
        };
    }

    public static FhirResult Apply(ResourceSubset subset, FhirResult result) => result with
    {
        Body = result.Body is { } body ? subset.Apply(body) : null,
        Bundle = result.Bundle is { } bundle ? bundle with { Entries = [.. bundle.Entries.Select(entry => Apply(subset, entry))] } : null,
    };

    private static BundleEntry Apply(ResourceSubset subset, BundleEntry entry)
        => entry is { Resource: { } resource, SearchMode: not "outcome" } ? entry with { Resource = subset.Apply(resource) } : entry;

    private static bool IsSubject(Interaction interaction) => interaction
        is Interaction.Read or Interaction.VRead or Interaction.Search or Interaction.HistoryInstance or Interaction.HistoryType or Interaction.HistorySystem;

    private static string? Value(FhirCall call, string name)
    {
        foreach (var (key, value) in call.Parameters)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }
}
