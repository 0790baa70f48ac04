using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Index.Values;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql.Values;

/// <summary><c>number</c>, <c>number|system|code</c> and <c>number||code</c> (code or unit).</summary>
internal sealed class QuantitySql(ISymbols symbols, SqlParameters parameters, CompositeSlot? slot = null)
{
    private readonly CompositeSlot _columns = slot ?? new CompositeSlot("code", "system", "low", "high");

    public string Condition(SearchClause clause, SearchValue value)
    {
        var parts = SearchText.Split(value.Text, '|').Select(SearchText.Unescape).ToList();
        var number = SearchNumber.TryParse(parts[0])
            ?? throw OperationProblem.Invalid($"'{value.Text}' is not a quantity: number, number|system|code or number||code.", clause.Code);
        var condition = new NumberSql(parameters, _columns.Low, _columns.High).Compare(value.Prefix, number);
        if (parts.Count > 1 && parts[1].Length > 0)
        {
            condition += $" AND {_columns.Symbol} = {parameters.Add(symbols.Find(parts[1]))}";
        }

        if (parts.Count > 2 && parts[2].Length > 0)
        {
            condition += $" AND {_columns.Text} = {parameters.Add(IndexText.Limit(parts[2]))}";
        }

        return $"({condition})";
    }
}
