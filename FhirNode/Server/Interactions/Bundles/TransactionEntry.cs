using GenoMed.Fhir.Node.Interactions.Writes;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Interactions.Bundles;

/// <summary>An entry of a transaction on its way.</summary>
/// <param name="Index">Its place in the Bundle.</param>
/// <param name="FullUrl">By which other entries refer to it.</param>
/// <param name="Call">What it asks for.</param>
/// <param name="Body">Its resource as the client sent it.</param>
internal sealed record TransactionEntry(int Index, string? FullUrl, FhirCall Call, Resource? Body)
{
    /// <summary>Set once its id is known; null for a read.</summary>
    public PlannedWrite? Plan { get; init; }

    /// <summary>The server that its fullUrl names, where it names one: its relative references belong there (R5 bundle.html, "Resolving references in Bundles").</summary>
    public string? BaseUrl => FullUrl is { } url ? FhirReference.TryParse(url)?.BaseUrl : null;

    public bool IsWrite => Call.Target.Interaction is Interaction.Create or Interaction.Update or Interaction.Patch or Interaction.Delete;

    /// <summary>DELETE, POST, PUT and PATCH (R5 http.html, "Transaction Processing Rules"); reads follow after the commit.</summary>
    public int Order => Call.Target.Interaction switch
    {
        Interaction.Delete => 0,
        Interaction.Create => 1,
        _ => 2,
    };
}
