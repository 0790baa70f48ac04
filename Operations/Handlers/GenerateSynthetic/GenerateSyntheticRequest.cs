using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Publishing;

namespace GenoMed.Fhir.Operations.GenerateSynthetic;

/// <summary>A request, understood and found good.</summary>
/// <param name="Guide">The disease.</param>
/// <param name="Generator">The trained generator; disposed with the request.</param>
/// <param name="Rows">What is wanted.</param>
/// <param name="Lineage">Where the generator comes from.</param>
/// <param name="Terms">How the set is published.</param>
internal sealed record GenerateSyntheticRequest(Guide Guide, TrainedGenerator Generator, SyntheticRequest Rows, ModelLineage Lineage, PublicationTerms Terms) : IDisposable
{
    /// <summary>The logical id of the set's Library.</summary>
    public string SetId => SyntheticDataSet.IdOf(Guide, Lineage, Rows);

    public void Dispose() => Generator.Dispose();
}
