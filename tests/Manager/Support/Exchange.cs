namespace GenoMed.Fhir.Manager.Tests.Support;

/// <summary>One request that a scripted node got.</summary>
internal sealed record Exchange(string Method, Uri Url, string Headers, string Body);
