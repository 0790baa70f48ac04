using System.Text.Json;
using System.Text.Unicode;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>What JSON that came from outside must be before anything reads its strings: Unicode text.</summary>
public static class JsonText
{
    /// <exception cref="OperationProblem">Structure: not UTF-8, or an escape that is half of a surrogate pair.</exception>
    public static void Check(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            throw OperationProblem.Structure("The body is not valid UTF-8.");
        }

        if (json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0)
        {
            CheckEscapes(json);
        }
    }

    // An escaped lone surrogate (\ud800) is legal JSON but no Unicode text: reading it later would throw in odd places.
    private static void CheckEscapes(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Resource.MaxDepth });
        try
        {
            while (reader.Read())
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped ? reader.GetString() : null;
            }
        }
        catch (InvalidOperationException)
        {
            throw OperationProblem.Structure($"The text near byte {reader.TokenStartIndex} has half of a surrogate pair.");
        }
        catch (JsonException e)
        {
            throw OperationProblem.Structure($"The body is not valid JSON: {e.Message}");
        }
    }
}
