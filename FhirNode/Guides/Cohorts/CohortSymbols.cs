using GenoMed.Fhir.Guides.Expressions;

namespace GenoMed.Fhir.Guides.Cohorts;

/// <summary>The variables of a recipe in the order in which they are drawn.</summary>
internal sealed class CohortSymbols : ISymbols
{
    private readonly Dictionary<string, int> _slots = [];
    private readonly Dictionary<string, string[]> _codes = [];

    public int Count => _slots.Count;

    public int Define(string name, IEnumerable<string>? codes = null)
    {
        if (!_slots.TryAdd(name, _slots.Count))
        {
            throw new ExpressionException($"The recipe draws '{name}' twice.");
        }

        if (codes is not null)
        {
            _codes[name] = [.. codes];
        }

        return _slots[name];
    }

    public int? Slot(string variable) => _slots.TryGetValue(variable, out var slot) ? slot : null;

    public double? Category(string variable, string code)
        => _codes.TryGetValue(variable, out var codes) && Array.IndexOf(codes, code) is var index && index >= 0 ? index : null;
}
