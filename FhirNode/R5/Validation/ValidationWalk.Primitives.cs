using System.Buffers;
using System.Text;
using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Validation;

internal sealed partial class ValidationWalk
{
    private const int StackLimit = 256;
    private const int LongestQuote = 60;

    private void Primitive(ref Utf8JsonReader reader, PropertyDefinition property)
    {
        var format = PrimitiveFormats.Of(property.TypeCode);
        if (!format.Accepts(reader.TokenType))
        {
            Report(IssueCode.Structure, $"{property.Name} is a {property.TypeCode}: expected {format.Expected}, as a JSON {Name(format.Token)}; this is a JSON {Name(reader.TokenType)}.");
            reader.Skip();
            return;
        }

        if (!reader.ValueIsEscaped)
        {
            Text(reader.ValueSpan, property, format);
            return;
        }

        var rented = reader.ValueSpan.Length > StackLimit ? ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length) : null;
        Span<byte> buffer = rented ?? stackalloc byte[StackLimit];
        Text(buffer[..Unescape(ref reader, buffer)], property, format);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    // A lone surrogate (\ud800) is JSON but no Unicode text; reported as an empty one.
    private static int Unescape(ref Utf8JsonReader reader, scoped Span<byte> buffer)
    {
        try
        {
            return reader.CopyString(buffer);
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private void Text(ReadOnlySpan<byte> text, PropertyDefinition property, PrimitiveFormat format)
    {
        if (!format.IsValid(text))
        {
            Report(IssueCode.Value, $"'{Quote(text)}' is not a valid {property.TypeCode}: expected {format.Expected}.");
        }
        else if (property.TypeCode == "code" && property.Element.Binding?.Codes is { } codes && !codes.Contains(text))
        {
            Report(IssueCode.CodeInvalid, $"'{Quote(text)}' is not a code of {property.Element.Binding.ValueSet}; {Choices(codes)}.");
        }
    }

    private static string Quote(ReadOnlySpan<byte> text)
    {
        var all = Encoding.UTF8.GetString(text[..Math.Min(text.Length, LongestQuote)]);
        return text.Length > LongestQuote ? all + "..." : all;
    }

    private static string Name(JsonTokenType token) => token switch
    {
        JsonTokenType.True or JsonTokenType.False => "boolean",
        JsonTokenType.StartObject => "object",
        JsonTokenType.StartArray => "array",
        _ => token.ToString().ToLowerInvariant(),
    };
}
