namespace GenoMed.Fhir.Store.Commits;

/// <summary>A key that is to be used once, on its way to the writing thread.</summary>
/// <param name="key">The key.</param>
/// <param name="expires">Milliseconds since 1970.</param>
/// <param name="cancellationToken">The caller's.</param>
internal sealed class PendingUse(string key, long expires, CancellationToken cancellationToken) : PendingAnswer<bool>(cancellationToken)
{
    public string Key => key;

    public long Expires => expires;

    public override int Size => 1;
}
