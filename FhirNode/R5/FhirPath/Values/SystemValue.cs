using System.Globalization;
using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath.Types;

namespace GenoMed.Fhir.R5.FhirPath.Values;

/// <summary>From FHIR primitives (and Quantity) to the System types that operators work on, and to text.</summary>
internal static class SystemValue
{
    public static object? Of(FhirPathValue node) => node.Element.ValueKind switch
    {
        JsonValueKind.String => OfString(node.TypeInfo, StringOf(node.Element)),
        JsonValueKind.Number => OfNumber(node.TypeInfo, node.Element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Object when node.TypeInfo.IsQuantity => FhirPathQuantity.OfJson(node.Element),
        _ => null,
    };

    public static string Text(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    private static object OfString(FhirPathType type, string text) => type.Name switch
    {
        "date" => Temporal(TemporalKind.Date, text),
        "dateTime" or "instant" => Temporal(TemporalKind.DateTime, text),
        "time" => Temporal(TemporalKind.Time, text),
        "integer64" when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => text,
    };

    /// <exception cref="FhirPathException">The text holds half a surrogate pair, which the JSON parser lets through.</exception>
    private static string StringOf(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new FhirPathException($"The JSON holds text that is not Unicode: {e.Message}");
        }
    }

    private static object Temporal(TemporalKind kind, string text)
        => PartialDateTime.TryParse(kind, text, out var value) ? value : text;

    private static object OfNumber(FhirPathType type, JsonElement element) => type.Name switch
    {
        "decimal" => Decimal(element),
        "integer64" when element.TryGetInt64(out var big) => big,
        _ when element.TryGetInt32(out var number) => number,
        _ when element.TryGetInt64(out var big) => big,
        _ => Decimal(element),
    };

    private static object Decimal(JsonElement element) => element.TryGetDecimal(out var number)
        ? number
        : throw new FhirPathException($"The number {element.GetRawText()} is outside the range of a decimal.");
}
