namespace GenoMed.Fhir.Node.Auth;

/// <summary>Who sends a request, and what it may do.</summary>
internal sealed record Caller(string ClientId, ScopeSet Scopes)
{
    /// <summary>Whoever calls an open node.</summary>
    public static Caller Anonymous { get; } = new("anonymous", ScopeSet.All);
}
