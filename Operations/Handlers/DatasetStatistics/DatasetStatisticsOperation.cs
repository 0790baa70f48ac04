using System.Text.Json;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.DatasetStatistics;
using GenoMed.Fhir.Operations.Datasets;
using Statistics = GenoMed.Fhir.Compute.Federation.DatasetStatistics;

namespace GenoMed.Fhir.Operations.DatasetStatistics;

/// <summary><c>$dataset-statistics</c>: counts and sums of a dataset, nothing on fewer patients than the minimum cell.</summary>
internal sealed class DatasetStatisticsOperation(DatasetRegistry datasets, JobLane lane, OperationsOptions options)
    : Operation<DatasetStatisticsInput, DatasetStatisticsOutput>(ContractCatalog.DatasetStatistics)
{
    protected override async Task<DatasetStatisticsOutput> RunAsync(DatasetStatisticsInput input, OperationContext context)
    {
        var dataset = await datasets.GetAsync(input.Dataset, context.CancellationToken);
        DatasetStatisticsValidator.Validate(input, dataset.Table.Schema);
        var statistics = await lane.RunAsync(() => Statistics.From(dataset.Table, options.MinimumPatients), context.CancellationToken);
        return new DatasetStatisticsOutput { Statistics = JsonSerializer.Serialize(Only(statistics, input.Features)) };
    }

    private static Statistics Only(Statistics statistics, IReadOnlyList<string> features)
        => features.Count == 0
            ? statistics
            : statistics with { Features = statistics.Features.Where(feature => features.Contains(feature.Key)).ToDictionary(feature => feature.Key, feature => feature.Value) };
}
