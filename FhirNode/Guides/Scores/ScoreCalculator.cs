using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Expressions;

namespace GenoMed.Fhir.Guides.Scores;

/// <summary>A score compiled against the variables of a schema (or of a cohort recipe).</summary>
public sealed class ScoreCalculator
{
    private readonly ScoreDefinition _definition;
    private readonly ScoreConvention? _convention;
    private readonly ScoreInputs _inputs;
    private readonly IScoreKind _kind;

    /// <param name="definition">The score.</param>
    /// <param name="symbols">The variables of a row, in slots 0 to <paramref name="inputs"/> − 1.</param>
    /// <param name="inputs">Length of a row.</param>
    /// <param name="scope">What else it may name.</param>
    /// <param name="convention">One of the score's conventions; null for the first.</param>
    /// <exception cref="ExpressionException">The score names a variable, a category or a score that there is not.</exception>
    /// <exception cref="R5.Outcomes.OperationProblem">The score has no such convention.</exception>
    public ScoreCalculator(ScoreDefinition definition, ISymbols symbols, int inputs, ScoreScope? scope = null, string? convention = null)
    {
        _definition = definition;
        _convention = definition.Convention(convention);
        _inputs = new ScoreInputs(definition, _convention, symbols, inputs, scope ?? ScoreScope.None);
        _kind = definition.Rules.Length > 0 ? new RuleScore(definition, _inputs.Symbols) : new LinearScore(definition, _inputs.Symbols);
    }

    /// <summary>Names of the row's variables that the score reads, ordinal ascending.</summary>
    public IEnumerable<string> Inputs => _inputs.Names;

    /// <summary>The score of one row under all scenarios.</summary>
    public ScoreResult Score(ReadOnlySpan<double> row)
    {
        var values = _inputs.Fill(row);
        var (best, mean, worst) = (Of(values, ScoreScenario.Best), Of(values, ScoreScenario.Mean), Of(values, ScoreScenario.Worst));
        return new ScoreResult(best, mean, worst, Reported(best, mean, worst), _inputs.Missing(row));
    }

    /// <summary>The score of one row; NaN when an input that makes a difference is missing.</summary>
    public double Evaluate(ReadOnlySpan<double> row)
    {
        var result = Score(row);
        return result.IsCertain ? result.Mean.Score : double.NaN;
    }

    /// <summary>The category of a score, or null when there is no score.</summary>
    public string? Category(double score)
        => CategoryIndex(score) is var index && double.IsNaN(index) ? null : _definition.Categories[(int)index].Code;

    /// <summary>The position of a score's category in the definition, NaN when there is no score.</summary>
    internal double CategoryIndex(double score) => _kind.CategoryIndex(score);

    /// <summary>The score of every row of a table, [n], NaN where an input is missing.</summary>
    public static double[] Evaluate(ScoreDefinition definition, FeatureTable table, ScoreScope? scope = null)
        => [.. Score(definition, table, scope).Select(result => result.IsCertain ? result.Mean.Score : double.NaN)];

    /// <summary>Every row of a table under all scenarios, [n].</summary>
    public static IEnumerable<ScoreResult> Score(ScoreDefinition definition, FeatureTable table, ScoreScope? scope = null, string? convention = null)
    {
        var symbols = new TableSymbols(table.Schema);
        var calculator = new ScoreCalculator(definition, symbols, symbols.Count, scope, convention);
        for (var i = 0; i < table.Count; i++)
        {
            yield return calculator.Score(symbols.Row(table, i));
        }
    }

    private ScoreValue Of(double[] values, ScoreScenario scenario)
    {
        var score = _kind.Evaluate(values, scenario);
        return new ScoreValue(score, Category(score));
    }

    private ScoreValue Reported(ScoreValue best, ScoreValue mean, ScoreValue worst)
        => _convention?.MaximumRange is not { } range || worst.Score - best.Score <= range ? mean
        : best.Category == worst.Category ? mean with { Score = double.NaN }
        : new ScoreValue(double.NaN, null);
}
