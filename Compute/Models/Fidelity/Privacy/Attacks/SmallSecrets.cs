using System.Globalization;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

/// <summary>
/// Inference of features that few patients have, or lack: how often a guess of a rare mutation fails is about how many have it. Such
/// secrets are put together, in the order of the features, until a group's counts are k or more. Not by how sure the guesses are: the
/// surest of many safe ones look like a leak.
/// </summary>
internal static class SmallSecrets
{
    /// <summary>The name of a group. Groups of several nodes add up by their number.</summary>
    public static string Name(int rank) => string.Create(CultureInfo.InvariantCulture, $"rare features {rank}");

    /// <param name="secrets">Feature to counts.</param>
    /// <param name="k">The smallest count that may be told; 1 for all.</param>
    public static IReadOnlyDictionary<string, AttackCounts> Together(IReadOnlyDictionary<string, AttackCounts> secrets, int k)
    {
        var told = secrets.Where(secret => !secret.Value.HasSmall(k)).ToDictionary(secret => secret.Key, secret => secret.Value);
        foreach (var (group, rank) in Groups([.. secrets.Values.Where(counts => counts.HasSmall(k))], k).Select((group, i) => (group, i + 1)))
        {
            told[Name(rank)] = group.Widened(k);
        }

        return told;
    }

    /// <summary>Each as small as can be; what is left at the end goes to the last.</summary>
    private static List<AttackCounts> Groups(AttackCounts[] secrets, int k)
    {
        var (groups, open) = (new List<AttackCounts>(), new List<AttackCounts>());
        foreach (var secret in secrets)
        {
            open.Add(secret);
            if (AttackCounts.Sum(open) is var sum && !sum.HasSmall(k))
            {
                groups.Add(sum);
                open.Clear();
            }
        }

        if (open.Count > 0)
        {
            var last = groups.Count == 0 ? [] : groups[^1..];
            groups.RemoveRange(groups.Count - last.Count, last.Count);
            groups.Add(AttackCounts.Sum([.. last, .. open]));
        }

        return groups;
    }
}
