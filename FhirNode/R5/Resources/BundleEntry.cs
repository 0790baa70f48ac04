using System.Text.Json;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>One <c>Bundle.entry</c>.</summary>
public sealed record BundleEntry
{
    public string? FullUrl { get; init; }

    public Resource? Resource { get; init; }

    /// <summary>match, include or outcome, in a searchset.</summary>
    public string? SearchMode { get; init; }

    public BundleRequest? Request { get; init; }

    public BundleResponse? Response { get; init; }

    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteOptional("fullUrl"u8, FullUrl);
        if (Resource is not null)
        {
            json.WriteResource("resource"u8, Resource);
        }

        if (SearchMode is not null)
        {
            json.WriteStartObject("search"u8);
            json.WriteString("mode"u8, SearchMode);
            json.WriteEndObject();
        }

        Request?.WriteTo(json);
        Response?.WriteTo(json);
        json.WriteEndObject();
    }

    internal static BundleEntry Read(JsonElement entry) => new()
    {
        FullUrl = entry.Text("fullUrl"),
        Resource = entry.Nested("resource"),
        SearchMode = entry.Child("search")?.Text("mode"),
        Request = entry.Child("request") is { } request ? BundleRequest.Read(request) : null,
        Response = entry.Child("response") is { } response ? BundleResponse.Read(response) : null,
    };
}
