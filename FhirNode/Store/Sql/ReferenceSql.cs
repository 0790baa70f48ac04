using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql;

/// <summary><c>Type/id</c>, <c>id</c>, an absolute URL or urn, a canonical with or without <c>|version</c>. A modifier is the target's type.</summary>
internal sealed class ReferenceSql(ISymbols symbols, SqlParameters parameters, string? modifier)
{
    public string Condition(SearchValue value)
    {
        var text = SearchText.Unescape(value.Text);
        var reference = FhirReference.TryParse(text);
        var (target, type) = reference is { Kind: ReferenceKind.Relative } ? (reference.Id!, reference.Type) : (text, null);
        var condition = $"target = {parameters.Add(target)}";
        return (type ?? (modifier == "not" ? null : modifier)) is { } wanted
            ? $"({condition} AND type = {parameters.Add(symbols.Find(wanted))})"
            : condition;
    }
}
