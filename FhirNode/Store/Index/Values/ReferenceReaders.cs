using System.Text.Json;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index.Values;

/// <summary>
/// References. <c>Type/id</c> is kept as id and type; an absolute URL or urn as it is; a canonical with and without
/// its version; an identifier as a token under the parameter's name with <c>:identifier</c>.
/// </summary>
internal static class ReferenceReaders
{
    public const string IdentifierSuffix = ":identifier";

    public static IValueReader? For(string parameter, string typeCode) => typeCode switch
    {
        "Reference" => new ReferenceReader(parameter, parameter + IdentifierSuffix),
        "CodeableReference" => new CodeableReferenceReader(new ReferenceReader(parameter, parameter + IdentifierSuffix)),
        "canonical" or "uri" or "url" => new ValueReader(parameter, AddCanonical),
        _ => null,
    };

    /// <summary>A reader of the identifiers and displays alone, where the references are another parameter's too.</summary>
    public static IValueReader? ForDetails(string parameter, string typeCode) => typeCode == "Reference" ? new DetailsReader(parameter, parameter + IdentifierSuffix) : null;

    private static void AddCanonical(string parameter, JsonElement element, List<IndexRow> rows)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return;
        }

        var text = element.GetString()!;
        rows.Add(new IndexRow(SearchKind.Reference, parameter, IndexText.Limit(text)));
        if (text.IndexOf('|', StringComparison.Ordinal) is > 0 and var bar)
        {
            rows.Add(new IndexRow(SearchKind.Reference, parameter, IndexText.Limit(text[..bar])));
        }
    }

    private sealed record CodeableReferenceReader(ReferenceReader Inner) : IValueReader
    {
        public void Read(JsonElement element, List<IndexRow> rows)
        {
            if (element.Child("reference") is { } reference)
            {
                Inner.Read(reference, rows);
            }
        }
    }

    private sealed record ReferenceReader(string Parameter, string IdentifierParameter) : IValueReader
    {
        private readonly DetailsReader _details = new(Parameter, IdentifierParameter);

        // A type that the element states counts where the text does not say it.
        public void Read(JsonElement element, List<IndexRow> rows)
        {
            if (element.Text("reference") is { } text && FhirReference.TryParse(text) is { } reference)
            {
                rows.Add(reference.Kind == ReferenceKind.Relative
                    ? new IndexRow(SearchKind.Reference, Parameter, reference.Id!, reference.Type)
                    : new IndexRow(SearchKind.Reference, Parameter, IndexText.Limit(text), reference.Type ?? element.Text("type")));
            }

            _details.Read(element, rows);
        }
    }

    private sealed record DetailsReader(string Parameter, string IdentifierParameter) : IValueReader
    {
        private readonly string _textParameter = Parameter + SearchClause.TextSuffix;

        public void Read(JsonElement element, List<IndexRow> rows)
        {
            if (element.Text("display") is { } display)
            {
                StringReaders.AddText(_textParameter, display, rows);
            }

            if (element.Child("identifier") is { } identifier)
            {
                TokenReaders.AddIdentifier(IdentifierParameter, identifier, rows);
            }
        }
    }
}
