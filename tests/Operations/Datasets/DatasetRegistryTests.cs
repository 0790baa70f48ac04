using GenoMed.Fhir.Operations.Tests.Support;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Tests.Datasets;

public sealed class DatasetRegistryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GivenTheSameData_WhenRegisteredAgain_ThenTheIdIsTheSameAndNothingIsWritten()
    {
        await using var host = new OperationsHost();
        var first = await host.RegisterAsync(30);

        Assert.Equal(first, await host.RegisterAsync(30));
        Assert.Equal(1, (await host.Store.ReadAsync("Library", first, Cancellation))!.VersionId);
        Assert.Equal(1, (await host.Store.ReadAsync("Binary", first, Cancellation))!.VersionId);
    }

    [Fact]
    public async Task GivenOtherDataOrCohort_WhenRegistered_ThenTheIdDiffers()
    {
        await using var host = new OperationsHost();
        var table = Tables.Extracted(Tables.Cohort(30));
        var all = await host.Datasets.RegisterAsync(table, null, null, Cancellation);
        var cohort = await host.Datasets.RegisterAsync(table, "Group/1", null, Cancellation);

        Assert.Equal(all.Sha256, cohort.Sha256);
        Assert.Equal(3, new[] { all.Id, cohort.Id, await host.RegisterAsync(30, seed: 2) }.Distinct().Count());
    }

    [Fact]
    public async Task GivenARestart_WhenRead_ThenTheTableIsTheSame()
    {
        await using var host = new OperationsHost();
        var table = Tables.Cohort(30);
        var id = (await host.Datasets.RegisterAsync(Tables.Extracted(table), "Group/1", "first", Cancellation)).Id;

        var read = await new GenoMed.Fhir.Operations.Datasets.DatasetRegistry(host.Store, new OperationsOptions()).GetAsync(id, Cancellation);

        Assert.Equal("Group/1", read.Cohort);
        Assert.Equal(table.RowIds, read.Table.RowIds);
        Assert.All(table.Schema.Features, feature => Assert.Equal(table.Column(feature.Name).ToArray(), read.Table.Column(feature.Name).ToArray()));
        Assert.Equal(table.Schema.Features.Count, read.Quality.Features.Count);
    }

    [Fact]
    public async Task GivenADeletedLibrary_WhenAsked_ThenNotFoundAlthoughItWasCached()
    {
        await using var host = new OperationsHost();
        var id = await host.RegisterAsync(30);
        await host.Store.CommitAsync([new StoreWrite(StoreMethod.Delete, "Library", id, null)], Cancellation);

        var problem = await Assert.ThrowsAsync<OperationProblem>(() => host.Datasets.GetAsync(id, Cancellation));

        Assert.Equal((ProblemKind.NotFound, "Parameters.parameter.where(name='dataset')"), (problem.Kind, problem.Issues[0].Expression));
    }

    [Fact]
    public async Task GivenMoreDatasetsThanTheCacheHolds_WhenAsked_ThenAllAreStillThere()
    {
        await using var host = new OperationsHost(new OperationsOptions { CachedDatasets = 1 });
        var ids = new[] { await host.RegisterAsync(20, 1), await host.RegisterAsync(21, 2), await host.RegisterAsync(22, 3) };

        foreach (var (id, rows) in ids.Zip([20, 21, 22]))
        {
            Assert.Equal(rows, (await host.Datasets.GetAsync(id, Cancellation)).Table.Count);
        }
    }
}
