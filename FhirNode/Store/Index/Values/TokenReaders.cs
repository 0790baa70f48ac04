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
        "Identifier" => new ValueReader(parameter, AddTypedIdentifier),
        "ContactPoint" => new ValueReader(parameter, AddIdentifier),
        _ => char.IsAsciiLetterLower(typeCode[0]) ? new ValueReader(parameter, AddPrimitive) : null,
    };

    public static void AddIdentifier(string parameter, JsonElement element, List<IndexRow> rows) => Add(parameter, element, "value", rows);

    private static void AddTypedIdentifier(string parameter, JsonElement element, List<IndexRow> rows)
    {
        AddIdentifier(parameter, element, rows);
        if (element.Child("type") is { } type && element.Text("value") is { } value)
        {
            AddTexts(parameter, type, rows);
            foreach (var coding in type.Items("coding"))
            {
                AddOfType(parameter, coding, value, rows);
            }
        }
    }

    private static void AddOfType(string parameter, JsonElement coding, string value, List<IndexRow> rows)
    {
        if (coding.Text("code") is { } code)
        {
            var text = IndexText.Limit($"{code}|{value}".ToLowerInvariant());
            rows.Add(new IndexRow(SearchKind.Token, parameter + SearchClause.OfTypeSuffix, text, coding.Text("system")));
        }
    }

    private static void AddCoding(string parameter, JsonElement element, List<IndexRow> rows)
    {
        Add(parameter, element, "code", rows);
        AddText(parameter, element.Text("display"), rows);
    }

    private static void AddTexts(string parameter, JsonElement concept, List<IndexRow> rows)
    {
        AddText(parameter, concept.Text("text"), rows);
        foreach (var coding in concept.Items("coding"))
        {
            AddText(parameter, coding.Text("display"), rows);
        }
    }

    private static void AddText(string parameter, string? text, List<IndexRow> rows)
    {
        if (text is not null)
        {
            StringReaders.AddText(parameter + SearchClause.TextSuffix, text, rows);
        }
    }

    private static void AddConcept(string parameter, JsonElement element, List<IndexRow> rows)
    {
        AddText(parameter, element.Text("text"), rows);
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
