namespace GenoMed.Fhir.Store;

/// <summary>Keys that serve once, over all processes that share the store.</summary>
public interface IUsedKeys
{
    /// <summary>True for the first who uses the key. Keys that have expired are removed on the way, so that there are never more than are valid at a time.</summary>
    /// <param name="key">At most 200 characters of ASCII.</param>
    /// <param name="expires">Until then it is remembered; a caller takes no key that is older.</param>
    /// <param name="cancellationToken">Gives up before the key is used.</param>
    Task<bool> TryUseAsync(string key, DateTimeOffset expires, CancellationToken cancellationToken);
}
