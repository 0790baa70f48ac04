using System.Globalization;
using System.Text.Json;

namespace GenoMed.Fhir.R5.FhirPath.Values;

/// <summary>A System.Quantity: a decimal and a unit, which is a UCUM code or a calendar keyword such as <c>day</c>.</summary>
/// <param name="Value">Magnitude; its scale is kept.</param>
/// <param name="Unit">UCUM code ("1" when there is none) or calendar keyword.</param>
public sealed record FhirPathQuantity(decimal Value, string Unit)
{
    /// <summary>True when the unit is a calendar keyword, not a UCUM code.</summary>
    public bool IsCalendar => CalendarUnit.OfKeyword(Unit) is not null;

    public override string ToString() => IsCalendar
        ? string.Create(CultureInfo.InvariantCulture, $"{Value} {Unit}")
        : string.Create(CultureInfo.InvariantCulture, $"{Value} '{Unit}'");

    /// <summary>Reads a FHIR Quantity; null when it has no value. The code wins over the human-readable unit.</summary>
    internal static FhirPathQuantity? OfJson(JsonElement element)
    {
        if (!element.TryGetProperty("value"u8, out var value) || value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number))
        {
            return null;
        }

        return new FhirPathQuantity(number, Text(element, "code"u8) ?? Text(element, "unit"u8) ?? "1");
    }

    private static string? Text(JsonElement element, ReadOnlySpan<byte> property)
        => element.TryGetProperty(property, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
