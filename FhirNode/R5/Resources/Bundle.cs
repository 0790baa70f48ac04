using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>A Bundle that our own code builds or reads.</summary>
/// <param name="Type">A code of <see cref="BundleType"/>.</param>
/// <param name="Entries">In their order.</param>
public sealed record Bundle(string Type, IReadOnlyList<BundleEntry> Entries)
{
    public string? Id { get; init; }

    /// <summary>Number of matches, of which the entries may be one page.</summary>
    public int? Total { get; init; }

    public IReadOnlyList<BundleLink> Links { get; init; } = [];

    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>What is to be said about the Bundle as a whole (R5's <c>Bundle.issues</c>).</summary>
    public IReadOnlyList<OutcomeIssue> Issues { get; init; } = [];

    /// <summary>The URL of the link of this relation, or null.</summary>
    public string? Link(string relation) => Links.FirstOrDefault(link => link.Relation == relation)?.Url;

    public Resource ToResource() => Resource.FromTrusted(JsonOutput.WriteValue(json =>
    {
        var writer = new BundleWriter(json);
        writer.Begin(Type, Total, Links, Id, Timestamp);
        foreach (var entry in Entries)
        {
            writer.Write(entry);
        }

        writer.End(Issues);
    }));

    /// <exception cref="OperationProblem">It is no Bundle, or has no type.</exception>
    public static Bundle Read(Resource resource)
    {
        var root = resource.Require("Bundle");
        var type = root.Text("type") ?? throw OperationProblem.Required("The Bundle has no type; give transaction, batch, ...", "Bundle.type");
        return new Bundle(type, [.. root.Items("entry").Select(BundleEntry.Read)])
        {
            Id = resource.Id,
            Total = root.Child("total") is { ValueKind: JsonValueKind.Number } total && total.TryGetInt32(out var count) ? count : null,
            Links = [.. root.Items("link").Select(link => new BundleLink(link.Text("relation") ?? string.Empty, link.Text("url") ?? string.Empty))],
            Timestamp = root.Text("timestamp") is { } time ? FhirInstant.Parse(time) : null,
        };
    }
}
