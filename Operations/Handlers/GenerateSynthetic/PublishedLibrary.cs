using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.GenerateSynthetic;

/// <summary>The Library of a synthetic data set.</summary>
internal static class PublishedLibrary
{
    /// <summary>Throws where the set is there and no draft any more.</summary>
    /// <exception cref="OperationProblem">Conflict.</exception>
    public static async Task RequireDraftAsync(IResourceStore store, string id, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync("Library", id, cancellationToken) is { Resource: { } library } && library.Element.Text("status") != "draft")
        {
            throw OperationProblem.Conflict($"Library/{id} is this very set, and it is {library.Element.Text("status")} already: the same model, conditions and seed make the same patients.");
        }
    }

    /// <summary>Whether a set is there whole: its Library gets its identifier last.</summary>
    public static async Task<bool> IsThereAsync(IResourceStore store, string id, CancellationToken cancellationToken)
        => await Sha256Async(store, id, cancellationToken) is not null;

    /// <summary>The SHA-256 of a set that is there whole, or null.</summary>
    public static async Task<string?> Sha256Async(IResourceStore store, string id, CancellationToken cancellationToken)
        => (await store.ReadAsync("Library", id, cancellationToken))?.Resource?.Element.Items("identifier")
            .Where(identifier => identifier.Text("system") == SyntheticDescription.IdentifierSystem)
            .Select(identifier => identifier.Text("value"))
            .FirstOrDefault();
}
