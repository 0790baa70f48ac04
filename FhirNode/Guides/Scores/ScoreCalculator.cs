using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Expressions;

namespace GenoMed.Fhir.Guides.Scores;

/// <summary>A score compiled against the variables of a schema (or of a cohort recipe).</summary>
public sealed class ScoreCalculator
{
    private readonly ScoreDefinition _definition;
    private readonly int _inputs;
    private readonly Expression[] _derived;
    private readonly Expression[] _terms;

    /// <param name="definition">The score.</param>
    /// <param name="symbols">The variables of a row, in slots 0 to <paramref name="inputs"/> − 1.</param>
    /// <param name="inputs">Length of a row.</param>
    /// <exception cref="ExpressionException">The score names a variable that the row does not have.</exception>
    public ScoreCalculator(ScoreDefinition definition, ISymbols symbols, int inputs)
    {
        _definition = definition;
        _inputs = inputs;
        var scope = new DerivedSymbols(symbols, inputs);
        _derived = [.. definition.Derived.Select(derived => scope.Define(derived.Name, Expression.Compile(derived.Value, scope)))];
        _terms = [.. definition.Terms.Select(term => Expression.Compile(term.X, scope))];
    }

    /// <summary>The score of one row; NaN when an input that it needs is missing.</summary>
    public double Evaluate(ReadOnlySpan<double> row)
    {
        var values = new double[_inputs + _derived.Length];
        row.CopyTo(values);
        for (var i = 0; i < _derived.Length; i++)
        {
            values[_inputs + i] = _derived[i].Evaluate(values);
        }

        var sum = 0.0;
        for (var i = 0; i < _terms.Length; i++)
        {
            sum += _definition.Terms[i].Beta * (_terms[i].Evaluate(values) - _definition.Terms[i].Mean);
        }

        var score = sum / _definition.Divisor;
        return double.IsNaN(score) ? score : (double)Math.Round((decimal)score, _definition.Digits, MidpointRounding.AwayFromZero);
    }

    /// <summary>The category of a score, or null when there is no score.</summary>
    public string? Category(double score)
        => CategoryIndex(score) is var index && double.IsNaN(index) ? null : _definition.Categories[(int)index].Code;

    /// <summary>The position of a score's category in the definition, NaN when there is no score.</summary>
    internal double CategoryIndex(double score)
    {
        for (var i = 0; i < _definition.Categories.Length; i++)
        {
            if (score <= (_definition.Categories[i].Maximum ?? double.PositiveInfinity))
            {
                return i;
            }
        }

        return double.NaN;
    }

    /// <summary>The score of every row of a table, [n], NaN where an input is missing.</summary>
    public static double[] Evaluate(ScoreDefinition definition, FeatureTable table)
    {
        var symbols = new TableSymbols(table.Schema);
        var calculator = new ScoreCalculator(definition, symbols, symbols.Count);
        var scores = new double[table.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = calculator.Evaluate(symbols.Row(table, i));
        }

        return scores;
    }
}
