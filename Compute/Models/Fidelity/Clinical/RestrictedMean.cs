namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>Mean survival up to the horizon.</summary>
/// <param name="Mean">In the outcome's unit.</param>
/// <param name="StandardError">Of the mean.</param>
/// <param name="Patients">With a known outcome.</param>
public sealed record RestrictedMean(double Mean, double StandardError, long Patients)
{
    /// <summary>The patients of several nodes, each node's mean by its patients.</summary>
    internal static RestrictedMean Sum(IReadOnlyList<RestrictedMean> nodes)
    {
        var patients = nodes.Sum(node => node.Patients);
        double Share(RestrictedMean node) => node.Patients / (double)patients;
        return new RestrictedMean(
            nodes.Sum(node => Share(node) * node.Mean), Math.Sqrt(nodes.Sum(node => Math.Pow(Share(node) * node.StandardError, 2))), patients);
    }
}
