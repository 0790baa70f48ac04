using GenoMed.Fhir.Operations.Contracts.QualityReport;
using GenoMed.Fhir.Operations.Disclosure;
using Counted = GenoMed.Fhir.Guides.Features.FeatureQuality;
using GuideQuality = GenoMed.Fhir.Guides.Features.QualityReport;

namespace GenoMed.Fhir.Operations.QualityReport;

/// <summary>What of a quality report may leave the node: small cells are left out.</summary>
internal static class QualityTeller
{
    public static IReadOnlyList<FeatureQuality> Tell(GuideQuality quality, int minimumPatients)
        => [.. quality.Features.Select(feature => Tell(feature, minimumPatients))];

    private static FeatureQuality Tell(Counted feature, int minimumPatients)
    {
        // The rows are known, so each of present and missing tells the other: one small cell hides both.
        var hidden = SmallCells.IsSmall(feature.Present, minimumPatients) || SmallCells.IsSmall(feature.Missing, minimumPatients);
        int?[] faults = [.. Faults(feature).Select(count => SmallCells.Suppress(count, minimumPatients))];
        return new FeatureQuality
        {
            Name = feature.Name,
            Present = hidden ? null : feature.Present,
            Missing = hidden ? null : feature.Missing,
            OutOfRange = faults[0],
            UnexpectedUnit = faults[1],
            UnknownCode = faults[2],
            Conflicts = faults[3],
            InconsistentTimes = faults[4],
            Units = [.. feature.Units.Where(unit => !SmallCells.IsSmall(unit.Value, minimumPatients)).OrderBy(unit => unit.Key, StringComparer.Ordinal).Select(unit => new UnitCount { Code = unit.Key, Count = unit.Value })],
            Suppressed = hidden || faults.Contains(null),
        };
    }

    private static int[] Faults(Counted feature) => [feature.OutOfRange, feature.UnexpectedUnit, feature.UnknownCode, feature.Conflicts, feature.InconsistentTimes];
}
