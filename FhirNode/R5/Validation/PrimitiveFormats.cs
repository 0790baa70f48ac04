using System.Collections.Frozen;
using System.Text.Json;
using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.R5.Validation;

/// <summary>The primitive types of R5 (datatypes.html#primitive); tests compare the checks with the specification's patterns.</summary>
internal static class PrimitiveFormats
{
    private static readonly FrozenDictionary<string, PrimitiveFormat> ByType = new Dictionary<string, PrimitiveFormat>
    {
        ["boolean"] = new(JsonTokenType.True, _ => true, "true or false"),
        ["integer"] = new(JsonTokenType.Number, text => Utf8Primitives.IsInteger(text, int.MinValue, int.MaxValue), "a whole number of 32 bits"),
        ["positiveInt"] = new(JsonTokenType.Number, text => Utf8Primitives.IsInteger(text, 1, int.MaxValue), "a whole number from 1"),
        ["unsignedInt"] = new(JsonTokenType.Number, text => Utf8Primitives.IsInteger(text, 0, int.MaxValue), "a whole number from 0"),

        // The pattern's limits on digits would refuse what programs print for doubles, such as 0.00012345678901234567.
        ["decimal"] = new(JsonTokenType.Number, _ => true, "a number"),
        ["integer64"] = String(text => Utf8Primitives.IsInteger(text, long.MinValue, long.MaxValue), "a whole number of 64 bits, as a string"),
        ["string"] = String(text => !text.IsEmpty, "a string that is not empty"),
        ["markdown"] = String(text => !text.IsEmpty, "a string that is not empty"),
        ["xhtml"] = String(text => !text.IsEmpty, "an XHTML div"),
        ["code"] = String(Utf8Primitives.IsCode, "a code: no blanks at its ends, single ones within"),
        ["id"] = String(FhirId.IsValid, "1 to 64 letters, digits, '-' or '.'"),
        ["uri"] = String(Utf8Primitives.IsUri, "a URI without blanks"),
        ["url"] = String(Utf8Primitives.IsUri, "a URL without blanks"),
        ["canonical"] = String(Utf8Primitives.IsUri, "a canonical URL without blanks"),
        ["oid"] = String(Utf8Primitives.IsOid, "urn:oid: and numbers with dots"),
        ["uuid"] = String(Utf8Primitives.IsUuid, "urn:uuid: and a UUID in lower case"),
        ["base64Binary"] = String(Utf8Primitives.IsBase64, "base64 without blanks"),
        ["date"] = String(text => DateScanner.TryRead(text, out var parts) && parts.IsDate, "YYYY, YYYY-MM or YYYY-MM-DD, a day of the calendar"),
        ["dateTime"] = String(text => DateScanner.TryRead(text, out var parts) && parts.IsDateTime, "YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ss with Z or an offset such as +01:00"),
        ["instant"] = String(text => DateScanner.TryRead(text, out var parts) && parts.IsInstant, "YYYY-MM-DDThh:mm:ss with Z or an offset such as +01:00"),
        ["time"] = String(DateScanner.IsTime, "hh:mm:ss"),
    }.ToFrozenDictionary();

    public static IEnumerable<string> Types => ByType.Keys;

    public static PrimitiveFormat Of(string type) => ByType[type];

    private static PrimitiveFormat String(Utf8Check check, string expected) => new(JsonTokenType.String, check, expected);
}
