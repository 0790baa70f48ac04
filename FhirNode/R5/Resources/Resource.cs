using System.Runtime.InteropServices;
using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>
/// A FHIR R5 resource: its UTF-8 JSON bytes and, on first use, the parsed element.
/// There is no object tree; FHIRPath, views and search indexing walk <see cref="Element"/>.
/// Instances are immutable and safe to share between threads.
/// </summary>
public sealed class Resource
{
    /// <summary>Nesting of objects and arrays beyond which JSON is refused.</summary>
    internal const int MaxDepth = 128;

    private static readonly JsonDocumentOptions ParseOptions = new() { MaxDepth = MaxDepth, CommentHandling = JsonCommentHandling.Disallow };

    private readonly Lazy<JsonElement> _element;
    private string? _type;

    private Resource(ReadOnlyMemory<byte> json, JsonElement? parsed)
    {
        Json = json;
        _element = parsed is { } known
            ? new Lazy<JsonElement>(known)
            : new Lazy<JsonElement>(() => JsonDocument.Parse(json, ParseOptions).RootElement);
    }

    /// <summary>The resource as UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>The root object.</summary>
    public JsonElement Element => _element.Value;

    /// <summary>The value of <c>resourceType</c>.</summary>
    public string ResourceType => _type ??= Text("resourceType") ?? throw OperationProblem.Invalid("The resource has no resourceType.", "Resource");

    /// <summary>The logical id, or null before the server has assigned one.</summary>
    public string? Id => Text("id");

    /// <summary>Reads UTF-8 JSON that a client sent.</summary>
    /// <exception cref="OperationProblem">The text is not JSON, is not an object or has no resourceType.</exception>
    public static Resource Parse(ReadOnlyMemory<byte> json)
    {
        JsonElement root;
        try
        {
            root = JsonDocument.Parse(json, ParseOptions).RootElement;
        }
        catch (JsonException e)
        {
            throw OperationProblem.Structure($"The body is not valid JSON: {e.Message}");
        }

        return FromElement(root, json);
    }

    /// <summary>Wraps bytes that this system wrote itself (a row of the store); they are parsed only when needed.</summary>
    public static Resource FromTrusted(ReadOnlyMemory<byte> json) => new(json, null);

    /// <summary>
    /// Wraps a document that the caller disposes of: no longer to be used after that. For passes over many resources, which
    /// so share their memory.
    /// </summary>
    public static Resource FromDocument(JsonDocument document, ReadOnlyMemory<byte> json) => new(json, document.RootElement);

    /// <summary>Makes a resource of an element inside a larger document, such as a Bundle entry.</summary>
    public static Resource FromElement(JsonElement element)
        => FromElement(element, JsonMarshal.GetRawUtf8Value(element).ToArray());

    private static Resource FromElement(JsonElement root, ReadOnlyMemory<byte> json)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw OperationProblem.Structure($"A resource is a JSON object; this is {root.ValueKind}.");
        }

        if (!root.TryGetProperty("resourceType", out var type) || type.ValueKind != JsonValueKind.String)
        {
            throw OperationProblem.Structure("The resource has no resourceType.");
        }

        return new Resource(json, root);
    }

    private string? Text(string property)
        => Element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
