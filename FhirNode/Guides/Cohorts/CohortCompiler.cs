using GenoMed.Fhir.Guides.Expressions;
using GenoMed.Fhir.Guides.Scores;

namespace GenoMed.Fhir.Guides.Cohorts;

using Node = Func<double[], double>;

/// <summary>Turns a recipe's variables into draws, each seeing only the variables above it.</summary>
internal sealed class CohortCompiler(Draws draws, ScoreScope scope)
{
    private readonly CohortSymbols _symbols = new();

    public int Slots => _symbols.Count;

    public IEnumerable<CohortColumn> Compile(CohortVariable variable)
    {
        if (variable.Probabilities is { } many)
        {
            return [.. many.Select(one => Column(variable with { Name = one.Key, Probabilities = null, Probability = one.Value }))];
        }

        return [variable.Vector is { } vector ? new CohortColumn(variable.Name, -1, _ => 0, null, variable, new VectorDraw(vector, _symbols, draws)) : Column(variable)];
    }

    private CohortColumn Column(CohortVariable variable)
    {
        var codes = variable.Choice?.Keys ?? variable.When?.Keys ?? Definition(variable.ScoreCategory)?.Categories.Select(category => category.Code);
        var draw = Bounded(Draw(variable), variable);
        return new CohortColumn(variable.Name, _symbols.Define(variable.Name, codes), draw, codes?.ToArray(), variable);
    }

    private Node Draw(CohortVariable variable) => variable switch
    {
        { Normal: { } p } => Two(p, draws.Normal),
        { LogNormal: { } p } => Two(p, draws.LogNormal),
        { Weibull: { } p } => Two(p, draws.Weibull),
        { Uniform: { } p } => Two(p, draws.Uniform),
        { Probability: { } p } => One(p, draws.Bernoulli),
        { Choice: { } weights } => Choice([.. weights.Values.Select(Expression)]),
        { When: { } tests } => When([.. tests.Values.Select(Expression)]),
        { Value: { } value } => Expression(value),
        { Score: { } name } => Score(name, (_, score) => score),
        { ScoreCategory: { } name } => Score(name, CategoryIndex),
        _ => throw new ExpressionException($"The recipe does not say how to draw '{variable.Name}'."),
    };

    private Node Expression(string text) => Expressions.Expression.Compile(text, _symbols).Evaluate;

    private Node One(string parameter, Func<double, double> draw)
    {
        var p = Expression(parameter);
        return row => draw(p(row));
    }

    private Node Two(IReadOnlyList<string> parameters, Func<double, double, double> draw)
    {
        var (a, b) = (Expression(parameters[0]), Expression(parameters[1]));
        return row => draw(a(row), b(row));
    }

    private Node Choice(Node[] weights) => row => draws.Choice([.. weights.Select(weight => weight(row))]);

    private static Node When(Node[] tests) => row => Array.FindIndex(tests, test => test(row) == 1);

    private Node Score(string name, Func<ScoreCalculator, double, double> pick)
    {
        var calculator = new ScoreCalculator(Definition(name)!, _symbols, _symbols.Count, scope);
        var length = _symbols.Count;
        return row => pick(calculator, calculator.Evaluate(row.AsSpan(0, length)));
    }

    private static double CategoryIndex(ScoreCalculator calculator, double score)
        => calculator.CategoryIndex(score);

    private ScoreDefinition? Definition(string? name)
        => name is null ? null
        : scope.Scores.TryGetValue(name, out var score) ? score
        : throw new ExpressionException($"The guide has no score '{name}'; it has: {string.Join(", ", scope.Scores.Keys)}.");

    private static Node Bounded(Node draw, CohortVariable variable)
    {
        var (low, high) = (variable.Minimum ?? double.NegativeInfinity, variable.Maximum ?? double.PositiveInfinity);
        return variable.Digits is { } digits
            ? row => Math.Round(Math.Clamp(draw(row), low, high), digits, MidpointRounding.AwayFromZero)
            : row => Math.Clamp(draw(row), low, high);
    }
}
