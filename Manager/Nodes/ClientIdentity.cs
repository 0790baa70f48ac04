namespace GenoMed.Fhir.Manager.Nodes;

/// <summary>Who a client is to its nodes.</summary>
/// <param name="ClientId">As registered at the node, e.g. <c>manager</c>.</param>
/// <param name="Key">Its private key.</param>
/// <param name="Scope">Scopes to ask for, space-separated, e.g. <c>system/Operation.*</c>.</param>
public sealed record ClientIdentity(string ClientId, ClientKey Key, string Scope);
