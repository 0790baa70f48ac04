using GenoMed.Fhir.Guides.Expressions;

namespace GenoMed.Fhir.Guides.Scores;

/// <summary>
/// The first rule that holds names the category. A rule whose test a missing input leaves open may or may not hold:
/// all categories that remain possible make up the range from best to worst, and there is a mean only where one is left.
/// </summary>
internal sealed class RuleScore : IScoreKind
{
    private readonly (Expression When, int Category)[] _rules;
    private readonly int _categories;

    public RuleScore(ScoreDefinition definition, ISymbols symbols)
    {
        _categories = definition.Categories.Length;
        _rules = [.. definition.Rules.Select(rule => (Expression.Compile(rule.When, symbols), Position(definition, rule.Category)))];
    }

    public double Evaluate(double[] values, ScoreScenario scenario)
    {
        var (best, worst) = (int.MaxValue, int.MinValue);
        foreach (var (when, category) in _rules)
        {
            var holds = when.Evaluate(values);
            if (holds != 0)
            {
                (best, worst) = (Math.Min(best, category), Math.Max(worst, category));
            }

            if (holds != 0 && !double.IsNaN(holds))
            {
                return scenario switch
                {
                    ScoreScenario.Best => best,
                    ScoreScenario.Worst => worst,
                    _ => best == worst ? best : double.NaN,
                };
            }
        }

        return double.NaN;
    }

    public double CategoryIndex(double score) => score >= 0 && score < _categories ? score : double.NaN;

    private static int Position(ScoreDefinition definition, string category)
        => Array.FindIndex(definition.Categories, one => one.Code == category) is var index and >= 0
            ? index
            : throw new ExpressionException($"Score '{definition.Name}' has no category '{category}'.");
}
