using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Operators;

/// <summary>The operator <c>=</c> (FHIRPath 2.0 §6.1.1); null where it yields empty.</summary>
internal static class Equality
{
    /// <summary>Item by item, in order.</summary>
    public static bool? AreEqual(FhirPathCollection left, FhirPathCollection right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return null;
        }

        bool? equal = left.Count == right.Count;
        for (var i = 0; equal != false && i < left.Count; i++)
        {
            equal &= AreEqual(left[i], right[i]);
        }

        return equal;
    }

    public static bool? AreEqual(FhirPathValue left, FhirPathValue right)
    {
        if (IsText(left) && right.Value is string text)
        {
            return left.Element.ValueEquals(text);
        }

        if (IsText(right) && left.Value is string other)
        {
            return right.Element.ValueEquals(other);
        }

        return left.Value is { } a && right.Value is { } b && !BothJsonObjects(left, right) ? AreEqualValues(a, b) : AreEqualNodes(left, right);
    }

    private static bool? AreEqualValues(object left, object right) => (left, right) switch
    {
        (string a, string b) => a == b,
        (bool a, bool b) => a == b,
        (PartialDateTime a, PartialDateTime b) => (a.Kind == TemporalKind.Time) == (b.Kind == TemporalKind.Time) ? a.CompareTo(b) is { } order ? order == 0 : null : false,
        (FhirPathQuantity a, FhirPathQuantity b) => Quantities.Compare(a, b) is { } order ? order == 0 : null,
        (FhirPathQuantity a, var b) when Numbers.TryDecimal(b, out var number) => AreEqualValues(a, new FhirPathQuantity(number, "1")),
        (var a, FhirPathQuantity b) when Numbers.TryDecimal(a, out var number) => AreEqualValues(new FhirPathQuantity(number, "1"), b),
        _ => Numbers.TryDecimal(left, out var x) && Numbers.TryDecimal(right, out var y) ? x == y : left.Equals(right),
    };

    // Elements without a value are compared by what they hold instead: children, or id and extensions.
    private static bool AreEqualNodes(FhirPathValue left, FhirPathValue right)
        => ReferenceEquals(left, right) || AreEqualJson(Content(left), Content(right));

    private static bool AreEqualJson(JsonElement left, JsonElement right)
        => left.ValueKind != JsonValueKind.Undefined && right.ValueKind != JsonValueKind.Undefined && JsonElement.DeepEquals(left, right);

    private static JsonElement Content(FhirPathValue value)
        => value.Element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? value.Shadow : value.Element;

    // A primitive that is plain text: no need to make a string of it.
    private static bool IsText(FhirPathValue value)
        => value.Element.ValueKind == JsonValueKind.String && value.Type is not ("date" or "dateTime" or "instant" or "time" or "integer64");

    private static bool BothJsonObjects(FhirPathValue left, FhirPathValue right)
        => left.Element.ValueKind == JsonValueKind.Object && right.Element.ValueKind == JsonValueKind.Object;
}
