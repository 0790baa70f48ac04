using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Datasets;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace GenoMed.Fhir.Operations.Tests.Support;

/// <summary>All operations over a SQLite store in a temporary folder.</summary>
internal sealed class OperationsHost : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("genomed-operations-").FullName;
    private readonly ServiceProvider _services;

    public OperationsHost(OperationsOptions? options = null, GuideCatalog? guides = null)
    {
        Store = SqliteResourceStore.Open(new SqliteStoreOptions(Path.Combine(_folder, "node.db")) { SurvivePowerLoss = false }, TimeProvider.System);
        _services = new ServiceCollection()
            .AddSingleton<IResourceStore>(Store)
            .AddSingleton(options ?? new OperationsOptions { NodeName = "north" })
            .AddSingleton(guides ?? GuideCatalog.Default)
            .AddSingleton<ISearchParser, NoSearches>()
            .AddSingleton<IWriteCheck, NoChecks>()
            .AddOperations()
            .BuildServiceProvider();
    }

    public SqliteResourceStore Store { get; }

    public List<OperationProgress> Progress { get; } = [];

    public DatasetRegistry Datasets => _services.GetRequiredService<DatasetRegistry>();

    public IReadOnlyList<IOperation> Operations => [.. _services.GetServices<IOperation>()];

    public async Task<string> RegisterAsync(int rows, int seed = 1, double eventShare = 0.7)
        => (await Datasets.RegisterAsync(Tables.Extracted(Tables.Cohort(rows, seed, eventShare)), null, null, TestContext.Current.CancellationToken)).Id;

    /// <summary>Through Parameters, as the node does it.</summary>
    public async Task<TOutput> RunAsync<TInput, TOutput>(TypedContract<TInput, TOutput> contract, TInput input, CancellationToken? cancellation = null)
        where TInput : class
        where TOutput : class
    {
        var operation = Operations.Single(operation => operation.Contract.Code == contract.Operation.Code);
        var context = new OperationContext("manager", new Told(Progress), cancellation ?? TestContext.Current.CancellationToken) { Accept = ["application/fhir+json"] };
        var answer = await operation.RunAsync(contract.WriteInput(input), context);
        return contract.ReadOutput(Resource.Parse(answer.Resource!.Json));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // The node's own search and validation are tested with the node.
    private sealed class NoSearches : ISearchParser
    {
        public SearchQuery Parse(string resourceType, string query) => throw OperationProblem.NotSupported("There are no searches here.");
    }

    private sealed class NoChecks : IWriteCheck
    {
        public Task<IReadOnlyList<OutcomeIssue>> CheckAsync(Resource resource, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<OutcomeIssue>>([]);
    }

    private sealed class Told(List<OperationProgress> told) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value)
        {
            lock (told)
            {
                told.Add(value);
            }
        }
    }
}
