using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>Which nodes take part in a round (McMahan et al. 2017: a share C of the clients, without replacement).</summary>
public sealed record NodeSampling
{
    /// <summary>C, above 0 up to 1; at least one node is chosen.</summary>
    [Range(1e-6, 1.0)]
    public double Fraction { get; init; } = 1;

    /// <summary>The nodes of a round; the same names, seed and round give the same ones, in the order given.</summary>
    /// <param name="nodes">Names, unique.</param>
    /// <param name="seed">The plan's.</param>
    /// <param name="round">From 1.</param>
    public IReadOnlyList<string> Choose(IReadOnlyList<string> nodes, long seed, int round)
    {
        var count = Math.Clamp((int)Math.Ceiling((Fraction * nodes.Count) - 1e-9), 1, Math.Max(1, nodes.Count));
        var chosen = nodes.OrderBy(node => Lot(node, seed, round), StringComparer.Ordinal).Take(count).ToHashSet();
        return [.. nodes.Where(chosen.Contains)];
    }

    /// <summary>Drawing lots by hash needs no order of the nodes, and a node that joins does not change the others' lots.</summary>
    private static string Lot(string node, long seed, int round) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}\n{round}\n{node}"))));
}
