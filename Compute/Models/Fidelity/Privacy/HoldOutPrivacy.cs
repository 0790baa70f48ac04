namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

/// <summary>What only hold-out rows can show: patients of the same population whom the generator never saw.</summary>
public sealed record HoldOutPrivacy
{
    /// <summary>How many.</summary>
    public required int Rows { get; init; }

    /// <summary>What synthetic rows should not fall below: how near other real patients are to the training rows. Its copies are coincidences.</summary>
    public required NearestDistribution ToTraining { get; init; }

    /// <summary>How near synthetic rows are to patients whom the generator never saw.</summary>
    public required NearestDistribution SyntheticToHoldOut { get; init; }

    /// <summary>The share of synthetic rows nearer to training than to as many hold-out rows.</summary>
    public required NearerShare NearerToTraining { get; init; }

    /// <summary>Members told from others.</summary>
    public required MembershipInference MembershipInference { get; init; }

    /// <summary>All nodes' measures as one.</summary>
    public static HoldOutPrivacy Sum(IReadOnlyList<HoldOutPrivacy> nodes) => new()
    {
        Rows = nodes.Sum(node => node.Rows),
        ToTraining = NearestDistribution.Sum([.. nodes.Select(node => node.ToTraining)]),
        SyntheticToHoldOut = NearestDistribution.Sum([.. nodes.Select(node => node.SyntheticToHoldOut)]),
        NearerToTraining = NearerShare.Sum([.. nodes.Select(node => node.NearerToTraining)]),
        MembershipInference = MembershipInference.Mean([.. nodes.Select(node => node.MembershipInference)]),
    };

    internal static HoldOutPrivacy Of(MixedRows synthetic, MixedRows training, MixedRows holdOut, PrivacyReportOptions options, CancellationToken cancellationToken) => new()
    {
        Rows = holdOut.Count,
        ToTraining = NearestDistribution.Of(holdOut, training, options, cancellationToken),
        SyntheticToHoldOut = NearestDistribution.Of(synthetic, holdOut, options, cancellationToken),
        NearerToTraining = NearerShare.Of(synthetic, training, holdOut, options, cancellationToken),
        MembershipInference = MembershipInference.Of(synthetic, training, holdOut, options, cancellationToken),
    };
}
