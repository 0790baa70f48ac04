using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Interactions.Bundles;

/// <summary>Runs a batch: each entry on its own, in order; one that fails says so and stops no other.</summary>
internal sealed class BatchRunner(Func<Dispatcher> dispatcher, NodeAddress address)
{
    public async Task<Bundle> RunAsync(IReadOnlyList<BundleEntry> entries, FhirCall bundle, CancellationToken cancellationToken)
    {
        var answers = new List<BundleEntry>(entries.Count);
        for (var index = 0; index < entries.Count; index++)
        {
            answers.Add(await RunAsync(entries[index], index, bundle, cancellationToken));
        }

        return new Bundle(BundleType.BatchResponse, answers);
    }

    private async Task<BundleEntry> RunAsync(BundleEntry entry, int index, FhirCall bundle, CancellationToken cancellationToken)
    {
        try
        {
            var call = EntryCall.Of(entry, index, bundle, address.BaseUrl);
            return EntryResult.Of(await dispatcher().RunAsync(call, cancellationToken));
        }
        catch (OperationProblem problem)
        {
            return EntryResult.Of(EntryProblem.At(index, problem));
        }
    }
}
