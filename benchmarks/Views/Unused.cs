using GenoMed.Fhir.Operations;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Views.Benchmarks;

/// <summary>What other operations ask of a node; a view needs neither.</summary>
internal sealed class Unused : ISearchParser, IWriteCheck
{
    public SearchQuery Parse(string resourceType, string query) => throw new NotSupportedException();

    public Task<IReadOnlyList<OutcomeIssue>> CheckAsync(Resource resource, CancellationToken cancellationToken) => throw new NotSupportedException();
}
