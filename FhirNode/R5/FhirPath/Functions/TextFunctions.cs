using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>Encoding and escaping (FHIRPath 3.0 ballot §5.6); an unknown scheme yields empty.</summary>
internal static class TextFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        StringFunctions.Text("encode", Encode),
        StringFunctions.Text("decode", Decode),
        StringFunctions.Text("escape", Escape),
        StringFunctions.Text("unescape", Unescape),
    ];

    private static FhirPathCollection Encode(string text, string scheme)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Optional(scheme switch
        {
            "base64" => System.Convert.ToBase64String(bytes),
            "urlbase64" => System.Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_'),
            "hex" => System.Convert.ToHexStringLower(bytes),
            _ => null,
        });
    }

    private static FhirPathCollection Decode(string text, string scheme)
    {
        try
        {
            return Optional(scheme switch
            {
                "base64" => Encoding.UTF8.GetString(System.Convert.FromBase64String(text)),
                "urlbase64" => Encoding.UTF8.GetString(System.Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/'))),
                "hex" => Encoding.UTF8.GetString(System.Convert.FromHexString(text)),
                _ => null,
            });
        }
        catch (FormatException e)
        {
            throw new FhirPathException($"The text is not {scheme}: {e.Message}");
        }
    }

    private static FhirPathCollection Escape(string text, string scheme) => Optional(scheme switch
    {
        "html" => WebUtility.HtmlEncode(text),
        "json" => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
        _ => null,
    });

    private static FhirPathCollection Unescape(string text, string scheme) => Optional(scheme switch
    {
        "html" => WebUtility.HtmlDecode(text),
        "json" => UnescapeJson(text),
        _ => null,
    });

    // Quotes that are not escaped are let through, as the test suite has them.
    private static string UnescapeJson(string text)
    {
        try
        {
            var quoted = text.Contains('\\') ? text : text.Replace("\"", "\\\"");
            return JsonSerializer.Deserialize<string>($"\"{quoted}\"")!;
        }
        catch (JsonException e)
        {
            throw new FhirPathException($"The text is not escaped as JSON: {e.Message}");
        }
    }

    private static FhirPathCollection Optional(string? text) => text is null ? FhirPathCollection.Empty : FhirPathValue.Of(text);
}
