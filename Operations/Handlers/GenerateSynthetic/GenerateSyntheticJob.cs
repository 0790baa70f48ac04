using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Operations.Contracts.GenerateSynthetic;

namespace GenoMed.Fhir.Operations.GenerateSynthetic;

/// <summary>The drawing, on a worker thread, and what the answer tells of it.</summary>
internal static class GenerateSyntheticJob
{
    /// <summary>How much of the job the drawing counts for; the rest is writing.</summary>
    public const double DrawingShare = 0.2;

    public static SyntheticDataSet Draw(GenerateSyntheticRequest request, OperationContext context) => SyntheticDataSet.Draw(
        request.Guide, request.Generator.Schema, request.Generator.Generate, request.Rows, request.Lineage, request.Terms, new Drawn(context.Progress, request.Rows.Count), context.CancellationToken);

    public static GenerateSyntheticOutput Output(SyntheticDataSet set) => new()
    {
        Library = $"Library/{set.Id}",
        Group = $"Group/{set.Id}",
        Sha256 = set.Sha256,
        Patients = set.Table.Count,
        Drawn = (int)set.Report.Drawn,
        AcceptanceRate = set.Report.AcceptanceRate,
        Rejected = [.. set.Report.ByRule.Select(reason => Reason("rule", reason)), .. set.Report.ByCondition.Select(reason => Reason("condition", reason))],
    };

    private static RejectedReason Reason(string kind, RejectedRows reason) => new(kind, reason.Reason, (int)reason.Rows);

    private sealed class Drawn(IProgress<OperationProgress> progress, int count) : IProgress<int>
    {
        public void Report(int value) => progress.Report(new OperationProgress(DrawingShare * value / count, FormattableString.Invariant($"{value} of {count} patients drawn")));
    }
}
