using GenoMed.Fhir.Guides.Expressions;

namespace GenoMed.Fhir.Guides.Scores;

/// <summary>The variables of a row and, behind them, those that a score derives one after the other.</summary>
internal sealed class DerivedSymbols(ISymbols row, int inputs) : ISymbols
{
    private readonly List<string> _names = [];

    public Expression Define(string name, Expression expression)
    {
        _names.Add(name);
        return expression;
    }

    public int? Slot(string variable)
        => _names.IndexOf(variable) is var index && index >= 0 ? inputs + index : row.Slot(variable);

    public double? Category(string variable, string code) => row.Category(variable, code);
}
