using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace GenoMed.Fhir.R5.Validation.Rules;

/// <summary>
/// For the invariants that are met on nearly every element: a look at the JSON that knows at once that the rule holds.
/// Where it does not know, the FHIRPath decides, so that a shortcut never reports anything. A test compares them with it.
/// </summary>
internal static class InvariantShortcuts
{
    public static FrozenDictionary<string, Func<JsonElement, bool>> ByKey { get; } = new Dictionary<string, Func<JsonElement, bool>>
    {
        ["dom-2"] = HasNoContained,
        ["dom-3"] = HasNoContained,
        ["dom-4"] = HasNoContained,
        ["dom-5"] = HasNoContained,
        ["ref-1"] = reference => !reference.TryGetProperty("_reference"u8, out _) && (!reference.TryGetProperty("reference"u8, out var text) || !IsLocal(text)),
        ["ref-2"] = reference => Has(reference, "reference"u8) || Has(reference, "identifier"u8) || Has(reference, "display"u8),
        ["ext-1"] = ExtensionHasEither,
        ["qty-3"] = quantity => Has(quantity, "system"u8) || HasNot(quantity, "code"u8, "_code"u8),
        ["cod-1"] = coding => Has(coding, "code"u8),
        ["ident-1"] = identifier => Has(identifier, "value"u8),
        ["per-1"] = period => HasNot(period, "start"u8, "_start"u8) || HasNot(period, "end"u8, "_end"u8),
        ["att-1"] = attachment => Has(attachment, "contentType"u8),
    }.ToFrozenDictionary();

    private static bool HasNoContained(JsonElement resource) => !resource.TryGetProperty("contained"u8, out _);

    private static bool IsLocal(JsonElement text) => text.ValueKind != JsonValueKind.String || JsonMarshal.GetRawUtf8Value(text)[1] is (byte)'#' or (byte)'\\';

    private static bool Has(JsonElement parent, ReadOnlySpan<byte> name) => parent.TryGetProperty(name, out _);

    private static bool HasNot(JsonElement parent, ReadOnlySpan<byte> name, ReadOnlySpan<byte> companion) => !Has(parent, name) && !Has(parent, companion);

    private static bool ExtensionHasEither(JsonElement extension)
    {
        if (extension.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var (nested, value) = (false, false);
        foreach (var property in extension.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(property);
            nested |= name.SequenceEqual("extension"u8);
            value |= name.StartsWith("value"u8) || name.StartsWith("_value"u8);
        }

        return nested != value;
    }
}
