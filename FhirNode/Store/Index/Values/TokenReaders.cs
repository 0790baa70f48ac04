using System.Text.Json;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index.Values;

/// <summary>Tokens: a code folded to lower case (the specification: when in doubt, ignore case) and its system.</summary>
internal static class TokenReaders
{
    /// <summary>The system of codes whose element is bound to it by the specification: any system of a query fits.</summary>
    public const string ImpliedSystem = "*";

    public static IValueReader? For(string parameter, string typeCode) => typeCode switch
    {
        "Coding" => new ValueReader(parameter, AddCoding),
        "CodeableConcept" => new ValueReader(parameter, AddConcept),
        "CodeableReference" => new ValueReader(parameter, AddConceptOfReference),
        "Identifier" or "ContactPoint" => new ValueReader(parameter, AddIdentifier),
        _ => char.IsAsciiLetterLower(typeCode[0]) ? new ValueReader(parameter, AddPrimitive) : null,
    };

    public static void AddIdentifier(string parameter, JsonElement element, List<IndexRow> rows) => Add(parameter, element, "value", rows);

    private static void AddCoding(string parameter, JsonElement element, List<IndexRow> rows) => Add(parameter, element, "code", rows);

    private static void AddConcept(string parameter, JsonElement element, List<IndexRow> rows)
    {
        if (element.Child("coding") is { ValueKind: JsonValueKind.Array } codings)
        {
            foreach (var coding in codings.EnumerateArray())
            {
                AddCoding(parameter, coding, rows);
            }
        }
    }

    private static void AddConceptOfReference(string parameter, JsonElement element, List<IndexRow> rows)
    {
        if (element.Child("concept") is { } concept)
        {
            AddConcept(parameter, concept, rows);
        }
    }

    private static void AddPrimitive(string parameter, JsonElement element, List<IndexRow> rows)
    {
        var text = element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };
        if (text is not null)
        {
            rows.Add(new IndexRow(SearchKind.Token, parameter, IndexText.Limit(text.ToLowerInvariant()), ImpliedSystem));
        }
    }

    private static void Add(string parameter, JsonElement element, string name, List<IndexRow> rows)
    {
        if (element.Text(name) is { } code)
        {
            rows.Add(new IndexRow(SearchKind.Token, parameter, IndexText.Limit(code.ToLowerInvariant()), element.Text("system")));
        }
    }
}
