using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.Release;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Release;

/// <summary><c>Library/id/$release</c>: a synthetic data set whose SAFE report is good, and that is still what the report is about, becomes active.</summary>
internal sealed class ReleaseOperation(IResourceStore store, GuideCatalog guides, TimeProvider time) : Operation<ReleaseInput, ReleaseOutput>(ContractCatalog.Release)
{
    protected override async Task<ReleaseOutput> RunAsync(ReleaseInput input, OperationContext context)
    {
        var stored = await TargetReader.ReadAsync(store, context);
        var set = ReleaseValidator.Draft(stored);
        var report = ReleaseValidator.Report(await ReadAsync(input.Report, context.CancellationToken), input.Report, set);

        // The instant before the patients are read: what is changed later, while they are or after, is newer than the release.
        var now = time.GetUtcNow();
        await ReleasedPatients.RequireUnchangedAsync(store, guides, set, context);
        await store.CommitAsync([.. new ReleaseResources(set, report, context.ClientId, now).Writes(stored.VersionId)], context.CancellationToken);
        return new ReleaseOutput { Library = $"Library/{stored.Id}", Sha256 = set.Sha256, Released = FhirInstant.Format(now), Report = input.Report };
    }

    private async Task<StoredResource?> ReadAsync(string reference, CancellationToken cancellationToken)
        => await store.ReadAsync("MeasureReport", ReleaseValidator.ReportId(reference), cancellationToken);
}
