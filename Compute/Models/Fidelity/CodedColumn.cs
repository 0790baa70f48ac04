namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>The codes of a column in both tables, numbered in order of appearance; -1 where missing.</summary>
/// <param name="Real">[n]</param>
/// <param name="Synthetic">[m]</param>
/// <param name="Count">How many different codes there are in both together.</param>
internal sealed record CodedColumn(int[] Real, int[] Synthetic, int Count)
{
    public static CodedColumn From(double[] real, double[] synthetic)
    {
        var numbers = new Dictionary<double, int>();
        int Number(double value)
        {
            if (double.IsNaN(value))
            {
                return -1;
            }

            if (!numbers.TryGetValue(value, out var number))
            {
                numbers[value] = number = numbers.Count;
            }

            return number;
        }

        int[] codedReal = [.. real.Select(Number)];
        return new CodedColumn(codedReal, [.. synthetic.Select(Number)], numbers.Count);
    }
}
