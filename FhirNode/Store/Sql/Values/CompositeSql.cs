using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.Store.Index.Values;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql.Filters;

namespace GenoMed.Fhir.Store.Sql.Values;

/// <summary><c>part$part</c>: the parts are of one element (FHIR R5, search.html#composite).</summary>
internal sealed class CompositeSql(QueryScope scope, SearchClause clause)
{
    private readonly IReadOnlyList<SearchKind> _kinds = CompositeParts.Kinds(R5Definitions.Instance.SearchParameter(scope.Types[0], clause.Code)!);
    private readonly SqlParameters _parameters = scope.Parameters;

    public string Condition(SearchValue value)
    {
        var parts = CompositeClauses.Parts(clause.Code, value, _kinds.Count);
        var slots = new CompositeSlots();
        return SqlText.All([.. _kinds.Select((kind, i) => Part(kind, SearchValue.Parse(kind, parts[i]), slots.Next(kind)))]);
    }

    private string Part(SearchKind kind, SearchValue value, CompositeSlot slot) => kind switch
    {
        SearchKind.Token => new TokenSql(scope.Symbols, _parameters, slot.Text, slot.Symbol).Condition([value]),
        SearchKind.Reference => new ReferenceSql(scope.Symbols, _parameters, null, slot.Text, slot.Symbol).Condition([value]),
        SearchKind.String => new StringSql(_parameters, null, slot.Text).Condition(value),
        SearchKind.Quantity => new QuantitySql(scope.Symbols, _parameters, slot).Condition(clause, value),
        SearchKind.Date => Date(value, slot),
        _ => throw OperationProblem.NotSupported($"A part of kind {kind} cannot be searched.", clause.Code),
    };

    private string Date(SearchValue value, CompositeSlot slot)
    {
        var range = FhirDateRange.Parse(value.Text);
        return DateSql.Compare(slot.Low, slot.High, value.Prefix, _parameters, CompositeParts.Milliseconds(range.Low.UtcTicks), CompositeParts.Milliseconds(range.High.UtcTicks), CompositeParts.Milliseconds(scope.Now.UtcTicks));
    }
}
