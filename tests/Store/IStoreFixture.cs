namespace GenoMed.Fhir.Store.Tests;

/// <summary>A storage engine under test: an empty store that can be closed and opened again on the same data.</summary>
public interface IStoreFixture : IAsyncDisposable
{
    IResourceStore Store { get; }

    ManualTime Time { get; }

    /// <summary>Null when the engine can be tested here, else why not.</summary>
    string? Unavailable { get; }

    Task ReopenAsync();
}
