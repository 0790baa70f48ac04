namespace GenoMed.Fhir.Guides.Expressions;

using Node = Func<double[], double>;

internal static class Arithmetic
{
    public static Node Add(Node left, Node right) => row => left(row) + right(row);

    public static Node Subtract(Node left, Node right) => row => left(row) - right(row);

    public static Node Multiply(Node left, Node right) => row => left(row) * right(row);

    public static Node Divide(Node left, Node right) => row => left(row) / right(row);
}
