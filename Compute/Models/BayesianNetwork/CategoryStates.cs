namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>A binary feature, a category or an event flag: one state for each code that occurs.</summary>
/// <param name="name">The column.</param>
/// <param name="missing">Whether anyone lacks a value.</param>
/// <param name="codes">The codes that occur, ascending.</param>
internal sealed class CategoryStates(string name, bool missing, int[] codes) : ColumnStates(name, missing)
{
    protected override int Known => codes.Length;

    protected override int KnownState(double value) => Array.FindIndex(codes, code => code == value);

    protected override double KnownValue(int state, RandomStream random) => codes[state];
}
