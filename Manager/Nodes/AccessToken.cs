namespace GenoMed.Fhir.Manager.Nodes;

/// <summary>A bearer token and when it stops being good.</summary>
internal sealed record AccessToken(string Value, DateTimeOffset Expires);
