namespace GenoMed.Fhir.Store;

/// <summary>A kind of store.</summary>
/// <param name="Name">Its name in a configuration.</param>
/// <param name="IsShared">Whether several processes may have the same store open. It then needs a connection string.</param>
/// <param name="Open">Opens or makes the store; reads the disk or the network.</param>
public sealed record StoreEngine(string Name, bool IsShared, Func<StoreLocation, TimeProvider, IResourceStore> Open);
