namespace GenoMed.Fhir.Compute.Models.Mixtures;

/// <summary>Whoever holds rows: answers in sums, keeps the rows.</summary>
public interface IMixtureNode
{
    /// <summary>The sums with each row wholly in the cluster of its nearest centre (a step of k-means).</summary>
    /// <param name="centres">[K × d] row-major; with K = 1, the sums of all rows.</param>
    /// <param name="origin">[d], taken from each row first, so that no sum cancels.</param>
    MixtureStatistics Assign(IReadOnlyList<double> centres, IReadOnlyList<double> origin);

    /// <summary>The E-step: the sums with each row shared by its responsibilities.</summary>
    MixtureStatistics Expect(MixturePosterior posterior);
}
