using System.Text;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Store.Tests;

/// <summary>What every engine must do; a file per topic. Each test gets a store of its own.</summary>
public abstract partial class ResourceStoreTests<TFixture> : IAsyncLifetime
    where TFixture : IStoreFixture, new()
{
    private readonly TFixture _fixture = new();

    protected IResourceStore Store => _fixture.Store;

    protected TFixture Fixture => _fixture;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(_fixture.Unavailable is not null, _fixture.Unavailable ?? "");
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _fixture.DisposeAsync();
    }

    protected static Resource Json(string json) => Resource.Parse(Encoding.UTF8.GetBytes(json));

    protected static StoreWrite Create(string json, string id) => Write(StoreMethod.Create, json, id);

    protected static StoreWrite Update(string json, string id, long? expected = null) => Write(StoreMethod.Update, json, id) with { ExpectedVersion = expected };

    protected static StoreWrite Delete(string type, string id) => new(StoreMethod.Delete, type, id, null);

    protected static string Patient(string family) => $$"""{"resourceType":"Patient","name":[{"family":"{{family}}"}]}""";

    protected async Task<StoredResource> CommitAsync(StoreWrite write) => (await Store.CommitAsync([write], Token))[0];

    protected static async Task<ProblemKind> ProblemAsync(Func<Task> action)
        => (await Assert.ThrowsAsync<OperationProblem>(action)).Kind;

    private static StoreWrite Write(StoreMethod method, string json, string id)
    {
        var resource = Json(json);
        return new StoreWrite(method, resource.ResourceType, id, resource);
    }
}
