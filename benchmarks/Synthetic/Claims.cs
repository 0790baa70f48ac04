using System.Globalization;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>What the figure is to show, each with the number that decides it.</summary>
internal sealed class Claims(Summary summary)
{
    private const double NearCentralised = 0.02;
    private const double BelowLargest = 0.01;
    private const double LargestMembership = 0.55;
    private const double LeastShare = 0.7;
    private const double LeastPhi = 0.85;
    private const double LeastC = 0.72;

    public IEnumerable<Claim> All => [.. summary.Entries.SelectMany(Of), .. OfBest(summary.Best)];

    private IEnumerable<Claim> Of(SyntheticEntry entry)
    {
        foreach (var score in new[] { Scores.Csf, Scores.Gsf })
        {
            var name = score.ToUpperInvariant();
            var (central, largest, smallest) = (summary.Difference(entry, Arm.Centralised, score), summary.Difference(entry, "node1", score), summary.Difference(entry, "node3", score));
            yield return new Claim(entry.Name, $"{name}, federated less centralised", central.Mean, Text($"within ±{NearCentralised}"), Math.Abs(central.Mean) <= NearCentralised);
            yield return new Claim(entry.Name, $"{name}, federated less the largest node alone", largest.Mean, Text($"at least -{BelowLargest}"), largest.Mean >= -BelowLargest);
            yield return new Claim(entry.Name, $"{name}, federated less the smallest node alone", smallest.Mean, Text($"more than the 95 % interval's half, {smallest.Half:F3}"), smallest.Mean > smallest.Half);
        }

        var (nndr, holdOut) = (summary.Score(entry, Arm.Federated, Scores.Nndr).Mean, summary.Score(entry, Arm.Federated, Scores.NndrHoldOut).Mean);
        yield return new Claim(entry.Name, "NNDR, median, federated", nndr, Text($"not below the hold-out's {holdOut:F3}"), nndr >= holdOut);
        var attack = summary.Score(entry, Arm.Federated, Scores.Membership).Mean;
        yield return new Claim(entry.Name, "membership inference, AUC, federated", attack, Text($"at most {LargestMembership}"), attack <= LargestMembership);
    }

    private IEnumerable<Claim> OfBest(SyntheticEntry best)
    {
        foreach (var score in new[] { Scores.Csf, Scores.Gsf })
        {
            var share = summary.Share(best, Arm.Federated, score).Mean;
            yield return new Claim(best.Name, $"{score.ToUpperInvariant()}, share of the way from floor to ceiling, federated", share, Text($"at least {LeastShare}"), share >= LeastShare);
        }

        var phi = summary.Score(best, Arm.Federated, Scores.Phi).Mean / summary.Bound(best, Measurement.Ceiling, Scores.Phi).Mean;
        yield return new Claim(best.Name, "φ correlation, share of the ceiling, federated", phi, Text($"at least {LeastPhi}"), phi >= LeastPhi);
        var c = summary.Score(best, Arm.Federated, Scores.Transfer).Mean;
        var real = summary.Bound(best, Measurement.Ceiling, Scores.Transfer).Mean;
        yield return new Claim(best.Name, "C of DeepSurv trained on synthetic patients, tested on real ones", c, Text($"at least {LeastC} (trained on real ones {real:F3})"), c >= LeastC);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
