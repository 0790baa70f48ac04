using GenoMed.Fhir.Guides.Expressions;

namespace GenoMed.Fhir.Guides.Scores;

/// <summary>
/// The variables of a row and, behind them, the constants and what a score derives one after the other. A feature
/// that the guide knows and the row does not have is always missing, so that a recipe need not draw everything.
/// </summary>
internal sealed class DerivedSymbols(ISymbols row, int inputs, IReadOnlySet<string> known) : ISymbols
{
    private readonly List<string> _names = [];
    private readonly SortedDictionary<string, int> _used = new(StringComparer.Ordinal);

    /// <summary>How many numbers an evaluation needs.</summary>
    public int Count => inputs + _names.Count;

    /// <summary>The row's own variables that expressions named, and their slots.</summary>
    public IReadOnlyDictionary<string, int> Used => _used;

    /// <summary>Adds a variable that later expressions may name.</summary>
    public int Define(string name)
    {
        _names.Add(name);
        return inputs + _names.Count - 1;
    }

    public int? Slot(string variable)
    {
        if (_names.IndexOf(variable) is var index && index >= 0)
        {
            return inputs + index;
        }

        var slot = row.Slot(variable) ?? (known.Contains(variable) ? Define(variable) : null);
        if (slot is { } found)
        {
            _used[variable] = found;
        }

        return slot;
    }

    public double? Category(string variable, string code) => row.Category(variable, code) ?? (row.Slot(variable) is null && known.Contains(variable) ? -1 : null);
}
