using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Node.Options;

/// <summary>A registered client of SMART Backend Services.</summary>
public sealed record NodeClient
{
    /// <summary>The <c>client_id</c>: issuer and subject of its assertions.</summary>
    [Required]
    public required string ClientId { get; init; }

    /// <summary>Its public keys: a JSON Web Key Set (RFC 7517), or the path of a file that holds one.</summary>
    [Required]
    public required string Jwks { get; init; }

    /// <summary>Scopes that it may be given, separated by spaces: <c>system/*.cruds</c>, <c>system/Operation.train-round</c>.</summary>
    [Required]
    public required string Scopes { get; init; }
}
