namespace GenoMed.Fhir.Guides.Expressions;

using Node = Func<double[], double>;

/// <summary>The functions that an expression may call.</summary>
internal static class Functions
{
    public const string Names = "min, max, sum, abs, exp, log, sqrt, round(x, digits), if(test, then, else), known(x), coalesce(x, ...), count(x, ...), missing(x, ...)";

    /// <summary>From here on a double has no decimals; a decimal ends not far above.</summary>
    private const double Whole = 1L << 53;

    /// <summary>The most that a decimal keeps.</summary>
    private const int MostDigits = 28;

    public static Node? Find(string name, Node[] arguments) => (name, arguments.Length) switch
    {
        ("min", _) => row => arguments.Select(argument => argument(row)).Aggregate(Math.Min),
        ("max", _) => row => arguments.Select(argument => argument(row)).Aggregate(Math.Max),
        ("sum", _) => row => arguments.Sum(argument => argument(row)),
        ("abs", 1) => row => Math.Abs(arguments[0](row)),
        ("exp", 1) => row => Math.Exp(arguments[0](row)),
        ("log", 1) => row => Math.Log(arguments[0](row)),
        ("sqrt", 1) => row => Math.Sqrt(arguments[0](row)),
        ("round", 2) => row => Rounded(arguments[0](row), arguments[1](row)),
        ("if", 3) => row => If(arguments, row),
        ("known", 1) => row => double.IsNaN(arguments[0](row)) ? 0 : 1,
        ("coalesce", _) => row => arguments.Select(argument => argument(row)).FirstOrDefault(value => !double.IsNaN(value), double.NaN),
        // How many are there, and of how many it is not known: what a panel with untested genes can say.
        ("count", _) => row => arguments.Count(argument => argument(row) is not (0 or double.NaN)),
        ("missing", _) => row => arguments.Count(argument => double.IsNaN(argument(row))),
        _ => null,
    };

    private static double If(Node[] arguments, double[] row)
    {
        var test = arguments[0](row);
        return double.IsNaN(test) ? double.NaN : arguments[test != 0 ? 1 : 2](row);
    }

    // A sum of products such as 0.285 is stored a hair below; decimal rounding gives what the paper's table shows.
    private static double Rounded(double value, double digits)
        => double.IsNaN(value) || double.IsNaN(digits) ? double.NaN
        : digits <= -1 ? Tens(value, Math.Pow(10, -Math.Truncate(digits)))
        : Math.Abs(value) >= Whole ? value
        : (double)Math.Round((decimal)value, (int)Math.Min(digits, MostDigits), MidpointRounding.AwayFromZero);

    private static double Tens(double value, double unit) => double.IsInfinity(unit) ? 0 : Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit;
}
