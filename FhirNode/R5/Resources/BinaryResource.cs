using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>The Binary resource.</summary>
/// <param name="ContentType">MIME type, such as <c>application/octet-stream</c>.</param>
/// <param name="Data">The bytes; base64 in JSON.</param>
/// <param name="Id">Logical id, where there is one.</param>
public sealed record BinaryResource(string ContentType, ReadOnlyMemory<byte> Data, string? Id = null)
{
    /// <summary>The resource whose access rules stand for those of the content, as <c>Patient/1</c>; null where there is none.</summary>
    public string? SecurityContext { get; init; }

    public Resource ToResource() => JsonOutput.Write("Binary", json =>
    {
        json.WriteOptional("id"u8, Id);
        json.WriteString("contentType"u8, ContentType);
        if (SecurityContext is { } context)
        {
            json.WriteStartObject("securityContext"u8);
            json.WriteString("reference"u8, context);
            json.WriteEndObject();
        }

        if (!Data.IsEmpty)
        {
            json.WriteBase64String("data"u8, Data.Span);
        }
    });

    /// <exception cref="OperationProblem">It is no Binary, has no contentType, or its data are not base64.</exception>
    public static BinaryResource Read(Resource resource)
    {
        var root = resource.Require("Binary");
        var contentType = root.Text("contentType") ?? throw OperationProblem.Required("The Binary has no contentType.", "Binary.contentType");
        byte[] data = [];
        if (root.Child("data") is { } text && (text.ValueKind != JsonValueKind.String || !text.TryGetBytesFromBase64(out data!)))
        {
            throw OperationProblem.Invalid("Binary.data is not base64.", "Binary.data");
        }

        return new BinaryResource(contentType, data, resource.Id) { SecurityContext = root.Child("securityContext")?.Text("reference") };
    }
}
