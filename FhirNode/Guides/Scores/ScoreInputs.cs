using GenoMed.Fhir.Guides.Expressions;

namespace GenoMed.Fhir.Guides.Scores;

/// <summary>The numbers that a score's terms and rules see: the row, the convention's constants, and what is derived of them.</summary>
internal sealed class ScoreInputs
{
    private readonly ScoreConvention? _convention;
    private readonly List<(int Slot, double Value)> _constants = [];
    private readonly List<(int Slot, Func<double[], double> Value)> _derived = [];
    private readonly List<ScoreCalculator> _others = [];
    private readonly int _row;

    public ScoreInputs(ScoreDefinition definition, ScoreConvention? convention, ISymbols row, int inputs, ScoreScope scope)
    {
        (_convention, _row) = (convention, inputs);
        Symbols = new DerivedSymbols(row, inputs, scope.Features);
        foreach (var (name, value) in convention?.Constants ?? [])
        {
            _constants.Add((Symbols.Define(name), value));
        }

        foreach (var derived in definition.Derived)
        {
            var value = derived.Score is { } other ? Other(other, row, scope) : Expression.Compile(derived.Value ?? "", Symbols).Evaluate;
            _derived.Add((Symbols.Define(derived.Name), value));
        }
    }

    public DerivedSymbols Symbols { get; }

    public IEnumerable<string> Names => Symbols.Used.Keys.Concat(_others.SelectMany(other => other.Inputs)).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The numbers of one row.</summary>
    public double[] Fill(ReadOnlySpan<double> row)
    {
        var values = new double[Symbols.Count];
        Array.Fill(values, double.NaN);
        row.CopyTo(values);
        foreach (var (slot, value) in _constants)
        {
            values[slot] = value;
        }

        Assume(values);
        foreach (var (slot, value) in _derived)
        {
            values[slot] = value(values);
        }

        return values;
    }

    /// <summary>The inputs that a row lacks.</summary>
    public IReadOnlyList<string> Missing(ReadOnlySpan<double> row)
    {
        var missing = new List<string>();
        foreach (var (name, slot) in Symbols.Used)
        {
            if (slot >= row.Length || double.IsNaN(row[slot]))
            {
                missing.Add(name);
            }
        }

        return missing;
    }

    private void Assume(double[] values)
    {
        foreach (var (pattern, value) in _convention?.Assume ?? [])
        {
            foreach (var (_, slot) in Symbols.Used.Where(used => Matches(pattern, used.Key) && double.IsNaN(values[used.Value])))
            {
                values[slot] = value;
            }
        }
    }

    private Func<double[], double> Other(string name, ISymbols row, ScoreScope scope)
    {
        if (!scope.Scores.TryGetValue(name, out var definition))
        {
            throw new ExpressionException($"The guide has no score '{name}'; it has: {string.Join(", ", scope.Scores.Keys)}.");
        }

        var calculator = new ScoreCalculator(definition, row, _row, scope);
        _others.Add(calculator);
        return values => calculator.Evaluate(values.AsSpan(0, _row));
    }

    private static bool Matches(string pattern, string name)
        => pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;
}
