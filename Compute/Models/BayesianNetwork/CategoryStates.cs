namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>A binary feature, a category or an event flag: one state for each code that occurs.</summary>
/// <param name="name">The column.</param>
/// <param name="counts">Patients without a value, then with each code, over all nodes.</param>
internal sealed class CategoryStates(string name, double[] counts) : ColumnStates(name, counts[0] > 0)
{
    private readonly int[] _codes = [.. Enumerable.Range(0, counts.Length - 1).Where(code => counts[1 + code] > 0)];

    public override double Patients => counts.Sum();

    public override double[] Shares => Normal([.. _codes.Select(code => counts[1 + code])], counts[0]);

    protected override int Known => _codes.Length;

    protected override int Common => _codes.Length == 0 ? 0 : Array.IndexOf(_codes, _codes.MaxBy(code => counts[1 + code]));

    protected override int KnownState(double value) => Array.FindIndex(_codes, code => code == value);

    protected override double KnownValue(int state, RandomStream random) => _codes[state];
}
