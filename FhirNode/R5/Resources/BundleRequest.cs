using System.Text.Json;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>One <c>Bundle.entry.request</c>.</summary>
/// <param name="Method">HTTP verb.</param>
/// <param name="Url">Relative to the server's base, such as <c>Patient/1</c>.</param>
/// <param name="IfMatch">The version that an update expects, as an ETag.</param>
/// <param name="IfNoneExist">The search of a conditional create.</param>
/// <param name="IfNoneMatch">The version that a read already has.</param>
/// <param name="IfModifiedSince">The instant that a read already has.</param>
public sealed record BundleRequest(string Method, string Url, string? IfMatch = null, string? IfNoneExist = null, string? IfNoneMatch = null, string? IfModifiedSince = null)
{
    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject("request"u8);
        json.WriteString("method"u8, Method);
        json.WriteString("url"u8, Url);
        json.WriteOptional("ifNoneMatch"u8, IfNoneMatch);
        json.WriteOptional("ifModifiedSince"u8, IfModifiedSince);
        json.WriteOptional("ifMatch"u8, IfMatch);
        json.WriteOptional("ifNoneExist"u8, IfNoneExist);
        json.WriteEndObject();
    }

    internal static BundleRequest Read(JsonElement request) => new(
        request.Text("method") ?? string.Empty,
        request.Text("url") ?? string.Empty,
        request.Text("ifMatch"),
        request.Text("ifNoneExist"),
        request.Text("ifNoneMatch"),
        request.Text("ifModifiedSince"));
}
