namespace GenoMed.Fhir.Node.Auth;

/// <summary>A refusal of the token endpoint (RFC 6749, section 5.2).</summary>
internal sealed class OAuthProblem(string error, string description) : Exception(description)
{
    /// <summary><c>invalid_request</c>, <c>invalid_client</c>, <c>invalid_scope</c>, <c>unsupported_grant_type</c>.</summary>
    public string Error { get; } = error;

    public int Status => Error == "invalid_client" ? 401 : 400;

    public static OAuthProblem Request(string description) => new("invalid_request", description);

    public static OAuthProblem Client(string description) => new("invalid_client", description);

    public static OAuthProblem Scope(string description) => new("invalid_scope", description);

    public static OAuthProblem GrantType(string description) => new("unsupported_grant_type", description);
}
