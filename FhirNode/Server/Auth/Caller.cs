namespace GenoMed.Fhir.Node.Auth;

/// <summary>Who sends a request, and what it may do.</summary>
internal sealed record Caller(string ClientId, ScopeSet Scopes)
{
    /// <summary>Whoever calls an open node.</summary>
    public static Caller Anonymous { get; } = new("anonymous", ScopeSet.All);

    /// <summary>False for whoever calls an open node, or reads a publication node, without one.</summary>
    public bool HasToken => ClientId != Anonymous.ClientId;
}
