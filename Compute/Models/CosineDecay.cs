namespace GenoMed.Fhir.Compute.Models;

/// <summary>
/// Cosine annealing of the step size over the rounds (Loshchilov and Hutter, "SGDR", ICLR 2017, eq. 5, without restarts).
/// Nodes drift apart in proportion to their steps, so that the mean of their weights is another model than they are; with
/// small last steps it is not, and what circles around its aim comes to rest. One rate a round: a node keeps nothing
/// between rounds.
/// </summary>
internal static class CosineDecay
{
    /// <param name="rate">The step size of the first round.</param>
    /// <param name="final">The last round's share of it, above 0; 1 keeps it.</param>
    /// <param name="round">Of training, from 1; later ones than the last are as the last.</param>
    /// <param name="rounds">Of training; with one there is nothing to fall over.</param>
    public static double Rate(double rate, double final, int round, int rounds)
    {
        var done = rounds > 1 ? Math.Clamp((round - 1.0) / (rounds - 1), 0, 1) : 0;
        return rate * (final + ((1 - final) * (1 + Math.Cos(Math.PI * done)) / 2));
    }
}
