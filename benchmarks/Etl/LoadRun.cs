using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Guides.Features;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Sqlite;

namespace GenoMed.Fhir.Etl.Benchmarks;

/// <summary>CSV to stored resources by the loader that <c>genomed etl</c> uses, without HTTP between; then extraction.</summary>
internal static class LoadRun
{
    public static async Task RunAsync(Guide guide, int patients, TimeProvider time)
    {
        var folder = Directory.CreateTempSubdirectory("genomed-bench-").FullName;
        try
        {
            var file = Path.Combine(folder, "cohort.csv");
            CohortFile.Write(file, guide.Cohorts(1).Generate(patients));
            using var store = SqliteResourceStore.Open(new SqliteStoreOptions(Path.Combine(folder, "node.db")), time);
            await ShapeAsync(guide, file, time);
            await LoadAsync(guide, file, store, time);
            await LoadAsync(guide, file, store, time);
            await ExtractAsync(guide, store, time);
            await ExtractAsync(guide, store, time);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The share of the load that is not the store's: reading the file twice and writing the Bundles.</summary>
    private static async Task ShapeAsync(Guide guide, string file, TimeProvider time)
    {
        var (started, processor) = (time.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var loader = new EtlLoader(guide.Dictionary, new EtlOptions(), (bundle, _) => Task.FromResult(new EtlAnswer(Bundle.Read(bundle).Entries.Count, 0, 0, 0)), concurrency: 4);
        var result = await loader.LoadAsync(EtlSource.File(file), null, CancellationToken.None);
        Print($"shape     {result.Patients} patients, {result.Created} resources, none stored: {time.GetElapsedTime(started).TotalSeconds:0.0} s, {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0.0} s of processor");
    }

    private static async Task LoadAsync(Guide guide, string file, IResourceStore store, TimeProvider time)
    {
        var (started, processor) = (time.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var loader = new EtlLoader(guide.Dictionary, new EtlOptions(), (bundle, token) => CommitAsync(store, bundle, token), concurrency: 4);
        var result = await loader.LoadAsync(EtlSource.File(file), null, CancellationToken.None);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        var resources = result.Created + result.Updated + result.Unchanged;
        Print($"load      {result.Patients} patients, {result.Created} resources created, {result.Updated} updated, {result.Unchanged} unchanged: {seconds:0.0} s, {result.Patients / seconds:0} patients/s, {resources / seconds:0} resources/s, {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0.0} s of processor");
    }

    private static async Task<EtlAnswer> CommitAsync(IResourceStore store, Resource bundle, CancellationToken cancellationToken)
    {
        var writes = Bundle.Read(bundle).Entries.Select(entry => new StoreWrite(StoreMethod.Update, entry.Resource!.ResourceType, entry.Resource.Id!, entry.Resource)).ToArray();
        var stored = await store.CommitAsync(writes, cancellationToken);
        var created = stored.Count(one => one.Changed && one.VersionId == 1);
        var unchanged = stored.Count(one => !one.Changed);
        return new EtlAnswer(created, stored.Count - created - unchanged, unchanged, 0);
    }

    private static async Task ExtractAsync(Guide guide, IResourceStore store, TimeProvider time)
    {
        var (started, processor) = (time.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var dataset = await FeatureExtractor.ExtractAsync(guide, store.ScanAsync, null, CancellationToken.None);
        Print($"extract   {dataset.Table.Count} patients, {dataset.Table.Schema.Features.Count} features: {time.GetElapsedTime(started).TotalSeconds:0.0} s, {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0.0} s of processor");
    }

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
