using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath.Types;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Operators;

/// <summary>The operator <c>~</c> (FHIRPath 2.0 §6.1.2): order, case and trailing precision do not matter.</summary>
internal static class Equivalence
{
    public static bool AreEquivalent(FhirPathCollection left, FhirPathCollection right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        var unmatched = right.ToList();
        foreach (var item in left)
        {
            var match = unmatched.FindIndex(other => AreEquivalent(item, other));
            if (match < 0)
            {
                return false;
            }

            unmatched.RemoveAt(match);
        }

        return true;
    }

    public static bool AreEquivalent(FhirPathValue left, FhirPathValue right)
        => left.Value is { } a && right.Value is { } b ? AreEquivalentValues(a, b)
            : ReferenceEquals(left, right) || AreEquivalentJson(left.Element, right.Element);

    private static bool AreEquivalentValues(object left, object right) => (left, right) switch
    {
        (string a, string b) => AreEquivalentText(a, b),
        (PartialDateTime a, PartialDateTime b) => a.IsEquivalentTo(b),
        (FhirPathQuantity a, FhirPathQuantity b) => Quantities.AreEquivalent(a, b),
        (FhirPathQuantity a, var b) when Numbers.TryDecimal(b, out var number) => Quantities.AreEquivalent(a, new FhirPathQuantity(number, "1")),
        (var a, FhirPathQuantity b) when Numbers.TryDecimal(a, out var number) => Quantities.AreEquivalent(new FhirPathQuantity(number, "1"), b),
        _ => Numbers.TryDecimal(left, out var x) && Numbers.TryDecimal(right, out var y) ? Numbers.AreEquivalent(x, y) : left.Equals(right),
    };

    private static bool AreEquivalentText(string left, string right)
        => string.Equals(Normalize(left), Normalize(right), StringComparison.OrdinalIgnoreCase);

    private static string Normalize(string text)
        => text.AsSpan().IndexOfAny("\t\r\n\f  ") < 0 ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool AreEquivalentJson(JsonElement left, JsonElement right) => (left.ValueKind, right.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => AreEquivalentObjects(left, right),
        (JsonValueKind.Array, JsonValueKind.Array) => AreEquivalentArrays(left, right),
        (JsonValueKind.String, JsonValueKind.String) => AreEquivalentText(left.GetString()!, right.GetString()!),
        (JsonValueKind.Undefined, _) or (_, JsonValueKind.Undefined) => false,
        _ => JsonElement.DeepEquals(left, right),
    };

    // The id of an element does not count.
    private static bool AreEquivalentObjects(JsonElement left, JsonElement right)
    {
        var first = left.EnumerateObject().Where(property => property.Name != "id").ToList();
        return first.Count == right.EnumerateObject().Count(property => property.Name != "id")
            && first.TrueForAll(property => right.TryGetProperty(property.Name, out var other) && AreEquivalentJson(property.Value, other));
    }

    private static bool AreEquivalentArrays(JsonElement left, JsonElement right)
    {
        var items = FhirPathType.Unknown("Element*");
        return AreEquivalent(
            FhirPathCollection.Of(left.EnumerateArray().Select(item => new FhirPathValue(items, item, null, null))),
            FhirPathCollection.Of(right.EnumerateArray().Select(item => new FhirPathValue(items, item, null, null))));
    }
}
