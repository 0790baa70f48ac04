using System.Text.Json;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>One <c>Bundle.entry.response</c>.</summary>
/// <param name="Status">HTTP status, such as <c>201 Created</c>.</param>
/// <param name="Location">Of what was created or changed.</param>
/// <param name="ETag">Its version, such as <c>W/"1"</c>.</param>
/// <param name="LastModified">When it changed, as an instant.</param>
/// <param name="Outcome">An OperationOutcome.</param>
public sealed record BundleResponse(string Status, string? Location = null, string? ETag = null, string? LastModified = null, Resource? Outcome = null)
{
    /// <summary>The number that <see cref="Status"/> begins with, or 0.</summary>
    public int StatusCode => int.TryParse(Status.AsSpan(0, Math.Min(3, Status.Length)), out var code) ? code : 0;

    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject("response"u8);
        json.WriteString("status"u8, Status);
        json.WriteOptional("location"u8, Location);
        json.WriteOptional("etag"u8, ETag);
        json.WriteOptional("lastModified"u8, LastModified);
        if (Outcome is not null)
        {
            json.WriteResource("outcome"u8, Outcome);
        }

        json.WriteEndObject();
    }

    internal static BundleResponse Read(JsonElement response) => new(
        response.Text("status") ?? string.Empty,
        response.Text("location"),
        response.Text("etag"),
        response.Text("lastModified"),
        response.Nested("outcome"));
}
