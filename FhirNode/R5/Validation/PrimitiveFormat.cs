using System.Text.Json;

namespace GenoMed.Fhir.R5.Validation;

/// <summary>Whether the UTF-8 text of a JSON value, without quotes or escapes, is in order.</summary>
internal delegate bool Utf8Check(ReadOnlySpan<byte> text);

/// <summary>How JSON carries a primitive type.</summary>
/// <param name="Token">String, Number, or True for both booleans.</param>
/// <param name="IsValid">The check of its text.</param>
/// <param name="Expected">What is expected, for a person.</param>
internal sealed record PrimitiveFormat(JsonTokenType Token, Utf8Check IsValid, string Expected)
{
    public bool Accepts(JsonTokenType token) => token == Token || (token == JsonTokenType.False && Token == JsonTokenType.True);
}
