namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>Which lesions are paired.</summary>
internal static class SafePairs
{
    public static IEnumerable<(string First, string Second)> Genes(SafePlan plan)
    {
        for (var i = 0; i < plan.Genes.Count; i++)
        {
            for (var j = i + 1; j < plan.Genes.Count; j++)
            {
                yield return (plan.Genes[i], plan.Genes[j]);
            }
        }
    }

    public static IEnumerable<(string First, string Second)> GenesByCytogenetics(SafePlan plan)
        => plan.Cytogenetics.SelectMany(lesion => plan.Genes.Select(gene => (lesion, gene)));
}
