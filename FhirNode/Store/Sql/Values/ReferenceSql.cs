using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.Store.Index.Values;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql.Values;

/// <summary><c>Type/id</c>, <c>id</c>, an absolute URL or urn, a canonical with or without <c>|version</c>. A modifier is the target's type, or <c>below</c>.</summary>
internal sealed class ReferenceSql(ISymbols symbols, SqlParameters parameters, string? modifier, string targetColumn = "target", string typeColumn = "type")
{
    public string Condition(IReadOnlyList<SearchValue> values)
        => modifier == "below"
            ? SqlText.Any([.. values.Select(Below)])
            : SqlText.Any([.. values.Select(Read).GroupBy(target => target.Type, target => target.Text).Select(group => Group(group.Key, [.. group]))]);

    private (string? Type, string Text) Read(SearchValue value)
    {
        var text = SearchText.Unescape(value.Text);
        return FhirReference.TryParse(text) is { Kind: ReferenceKind.Relative } reference
            ? (reference.Type, reference.Id!)
            : (modifier, IndexText.Limit(text));
    }

    private string Group(string? type, IReadOnlyList<string> targets)
    {
        var condition = parameters.InTexts(targetColumn, targets);
        return type is null ? condition : $"({condition} AND {typeColumn} = {parameters.Add(symbols.Find(type))})";
    }

    // A canonical without version stands for all of its versions.
    private string Below(SearchValue value)
    {
        var text = SearchText.Unescape(value.Text);
        return $"({targetColumn} = {parameters.Add(text)} OR ({targetColumn} >= {parameters.Add(text + "|")} AND {targetColumn} < {parameters.Add(text + "}")}))";
    }
}
