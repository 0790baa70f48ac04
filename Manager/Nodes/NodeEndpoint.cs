namespace GenoMed.Fhir.Manager.Nodes;

/// <summary>Where a node is.</summary>
/// <param name="Name">The manager's name for it, unique; updates are aggregated in its ordinal order.</param>
/// <param name="BaseUrl">The FHIR base, e.g. <c>http://127.0.0.1:8081/fhir</c>.</param>
public sealed record NodeEndpoint(string Name, Uri BaseUrl)
{
    /// <summary>The address of a path below the base.</summary>
    public Uri At(string path) => new($"{BaseUrl.AbsoluteUri.TrimEnd('/')}/{path}");
}
