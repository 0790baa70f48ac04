namespace GenoMed.Fhir.Guides.Expressions;

using Node = Func<double[], double>;

/// <summary>Kleene's three-valued logic on 1 (true), 0 (false) and NaN (unknown).</summary>
internal static class Logic
{
    /// <summary>Longer operators first, so that <c>&lt;=</c> is not read as <c>&lt;</c>.</summary>
    public static readonly string[] Comparisons = ["==", "!=", "<=", ">=", "<", ">"];

    public static Node Or(Node left, Node right) => row =>
    {
        var (a, b) = (left(row), right(row));
        return IsTrue(a) || IsTrue(b) ? 1 : double.IsNaN(a) || double.IsNaN(b) ? double.NaN : 0;
    };

    public static Node And(Node left, Node right) => row =>
    {
        var (a, b) = (left(row), right(row));
        return a == 0 || b == 0 ? 0 : double.IsNaN(a) || double.IsNaN(b) ? double.NaN : 1;
    };

    public static Node Not(Node inner) => row =>
    {
        var value = inner(row);
        return double.IsNaN(value) ? double.NaN : value == 0 ? 1 : 0;
    };

    public static Node Compare(string op, Node left, Node right) => row =>
    {
        var (a, b) = (left(row), right(row));
        return double.IsNaN(a) || double.IsNaN(b) ? double.NaN : Holds(op, a, b) ? 1 : 0;
    };

    private static bool Holds(string op, double a, double b) => op switch
    {
        "==" => a == b,
        "!=" => a != b,
        "<=" => a <= b,
        ">=" => a >= b,
        "<" => a < b,
        _ => a > b,
    };

    private static bool IsTrue(double value) => value != 0 && !double.IsNaN(value);
}
