using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Spine.Benchmarks;

/// <summary>Reads numbers, mutations and cytogenetic lesions of a patient by name.</summary>
internal sealed class Lesions(FeatureTable table)
{
    private readonly Dictionary<string, double[]> _columns =
        table.Schema.Features.Where(feature => feature.Width == 1).ToDictionary(feature => feature.Name, feature => table.Column(feature.Name).ToArray());

    public double[] Each(Func<int, double> value) => [.. Enumerable.Range(0, table.Count).Select(value)];

    public double Number(string column, int row) => _columns[column][row];

    public bool HasGene(string gene, int row) => Is($"mut_{gene}", row);

    public bool HasRegion(string region, int row) => Is($"cna_{region}", row);

    public int Mutated(IEnumerable<string> genes, int row) => genes.Count(gene => HasGene(gene, row));

    public int Count(string prefix, string[] without, int row) =>
        _columns.Keys.Count(name => name.StartsWith(prefix, StringComparison.Ordinal) && !without.Contains(name) && Is(name, row));

    /// <summary>A gene that the table does not have is nobody's.</summary>
    private bool Is(string column, int row) => _columns.TryGetValue(column, out var values) && values[row] == 1;
}
