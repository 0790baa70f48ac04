using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>One interaction to run: an HTTP request or an entry of a batch; interactions know no HTTP.</summary>
internal sealed record FhirCall(string Method, FhirTarget Target, Caller Caller)
{
    /// <summary>Query or form parameters in order, decoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];

    /// <summary>Reads the body when it is needed: after the caller's scopes have been checked.</summary>
    public required Func<CancellationToken, ValueTask<Resource>> ReadBody { get; init; }

    /// <summary>Whether there is a body at all.</summary>
    public bool HasBody { get; init; }

    /// <summary>The body as it is on the wire; null in a Bundle's entry, which carries resources only.</summary>
    public RequestBody? Raw { get; init; }

    /// <summary>The media types that the client accepts (<c>_format</c>, else Accept), in its order; empty for any.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    public string? IfMatch { get; init; }

    public string? IfNoneMatch { get; init; }

    public string? IfNoneExist { get; init; }

    public DateTimeOffset? IfModifiedSince { get; init; }

    public Preferences Preferences { get; init; } = Preferences.None;

    /// <summary>The path and query as the client wrote them, for links.</summary>
    public required string Url { get; init; }
}
