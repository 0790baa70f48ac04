using System.Text.Json;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.DatasetStatistics;
using GenoMed.Fhir.Operations.Tests.Support;
using GenoMed.Fhir.R5.Outcomes;
using Statistics = GenoMed.Fhir.Compute.Federation.DatasetStatistics;

namespace GenoMed.Fhir.Operations.Tests.DatasetStatistics;

public sealed class DatasetStatisticsOperationTests
{
    [Fact]
    public async Task GivenADataset_WhenAsked_ThenTheStatisticsTravelWhole()
    {
        await using var host = new OperationsHost();

        var told = await RunAsync(host, await host.RegisterAsync(40));

        Assert.Equal(JsonSerializer.Serialize(Statistics.From(Tables.Cohort(40), 10)), JsonSerializer.Serialize(told));
        Assert.Equal(40, told.Count);
    }

    [Fact]
    public async Task GivenFeatures_WhenAsked_ThenOnlyTheyAreTold()
    {
        await using var host = new OperationsHost();

        Assert.Equal(["x"], (await RunAsync(host, await host.RegisterAsync(40), "x")).Features.Keys);
    }

    [Fact]
    public async Task GivenAnUnknownFeature_WhenAsked_ThenInvalidListsWhatThereIs()
    {
        await using var host = new OperationsHost();
        var dataset = await host.RegisterAsync(40);

        var problem = await Assert.ThrowsAsync<OperationProblem>(() => RunAsync(host, dataset, "y"));

        Assert.Equal("Parameters.parameter.where(name='feature')", problem.Issues[0].Expression);
        Assert.Contains("sex", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenNinePatients_WhenAsked_ThenNothingIsTold()
    {
        await using var host = new OperationsHost();

        var told = await RunAsync(host, await host.RegisterAsync(9));

        Assert.Equal(0, told.Count);
        Assert.Empty(told.Features);
    }

    private static async Task<Statistics> RunAsync(OperationsHost host, string dataset, params string[] features)
        => JsonSerializer.Deserialize<Statistics>((await host.RunAsync(ContractCatalog.DatasetStatistics, new DatasetStatisticsInput { Dataset = dataset, Features = features })).Statistics)!;
}
