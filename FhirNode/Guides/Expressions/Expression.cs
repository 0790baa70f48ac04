namespace GenoMed.Fhir.Guides.Expressions;

/// <summary>
/// An arithmetic and logical expression over the features of one patient, as scores and cohort recipes write them:
/// <c>min(BM_BLAST, 20) / 5</c>, <c>mut_SF3B1 and cna_del5q and not complex == 'complex'</c>.
/// Compiled once to delegates. Missing is NaN, written <c>unknown</c>: arithmetic passes it on; <c>and</c>, <c>or</c> and <c>not</c>
/// follow Kleene's three-valued logic (<c>1 or missing</c> is 1).
/// </summary>
public sealed class Expression
{
    /// <summary>The most characters.</summary>
    public const int MaxLength = 16 * 1024;

    private readonly Func<double[], double> _evaluate;

    private Expression(string text, Func<double[], double> evaluate)
    {
        Text = text;
        _evaluate = evaluate;
    }

    /// <summary>The text it was compiled from.</summary>
    public string Text { get; }

    /// <summary>Compiles.</summary>
    /// <exception cref="ExpressionException">Too long, a syntax error, an unknown variable, function or category.</exception>
    public static Expression Compile(string text, ISymbols symbols)
        => new(text, new ExpressionParser(text, symbols).Parse());

    /// <summary>The value on a row; true is 1, false is 0, missing is NaN.</summary>
    /// <param name="row">Values by slot of the symbols that the expression was compiled with.</param>
    public double Evaluate(double[] row) => _evaluate(row);
}
