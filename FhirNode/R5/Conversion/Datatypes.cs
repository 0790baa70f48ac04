using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenoMed.Fhir.R5.Conversion;

/// <summary>What changed inside the datatypes, wherever they stand.</summary>
internal static class Datatypes
{
    public static void Convert(string type, JsonObject value)
    {
        switch (type)
        {
            case "Attachment":
                SizeAsText(value);
                break;
            case "SampledData":
                Interval(value);
                break;
            case "Dosage":
                AsNeeded(value);
                break;
        }
    }

    /// <summary>R4 allowed blanks in base64Binary; R5 does not.</summary>
    public static void ConvertPrimitive(string type, JsonObject owner, string name)
    {
        if (type == "base64Binary" && Nodes.Text(owner[name]) is { } text && text.Any(char.IsWhiteSpace))
        {
            owner[name] = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
        }
    }

    // unsignedInt became integer64, which JSON carries as a string.
    private static void SizeAsText(JsonObject attachment)
    {
        if (attachment["size"] is JsonValue size && size.GetValueKind() == JsonValueKind.Number)
        {
            attachment["size"] = size.ToJsonString();
        }
    }

    // The period in milliseconds became an interval with a unit.
    private static void Interval(JsonObject data)
    {
        if (data.ContainsKey("period"))
        {
            Nodes.Rename(data, "period", "interval");
            data["intervalUnit"] = "ms";
        }
    }

    private static void AsNeeded(JsonObject dosage)
    {
        Nodes.Rename(dosage, "asNeededBoolean", "asNeeded");
        if (Nodes.Take(dosage, "asNeededCodeableConcept") is { } reason)
        {
            Nodes.Append(dosage, "asNeededFor", reason);
        }
    }
}
