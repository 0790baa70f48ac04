using GenoMed.Fhir.Guides.Expressions;

namespace GenoMed.Fhir.Guides.Scores;

/// <summary>score = round( Σ beta·(x − mean) / divisor ).</summary>
internal sealed class LinearScore : IScoreKind
{
    private readonly ScoreDefinition _definition;
    private readonly Expression[] _terms;
    private readonly Dictionary<ScoreScenario, Expression?[]> _substitutes;

    public LinearScore(ScoreDefinition definition, ISymbols symbols)
    {
        _definition = definition;
        _terms = [.. definition.Terms.Select(term => Expression.Compile(term.X, symbols))];
        _substitutes = Enum.GetValues<ScoreScenario>().ToDictionary(
            scenario => scenario,
            scenario => definition.Terms.Select(term => term.Substitute(scenario) is { } text ? Expression.Compile(text, symbols) : null).ToArray());
    }

    public double Evaluate(double[] values, ScoreScenario scenario)
    {
        var substitutes = _substitutes[scenario];
        var sum = 0.0;
        for (var i = 0; i < _terms.Length; i++)
        {
            var x = _terms[i].Evaluate(values);
            x = double.IsNaN(x) && substitutes[i] is { } substitute ? substitute.Evaluate(values) : x;
            sum += _definition.Terms[i].Beta * (x - _definition.Terms[i].Mean);
        }

        var score = sum / _definition.Divisor;
        return double.IsNaN(score) ? score : (double)Math.Round((decimal)score, _definition.Digits, MidpointRounding.AwayFromZero);
    }

    public double CategoryIndex(double score)
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
}
