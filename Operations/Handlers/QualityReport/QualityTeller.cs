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
        var units = Units(feature, hidden, minimumPatients);
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
            Units = units,
            Suppressed = hidden || faults.Contains(null) || units.Length < feature.Units.Count,
        };
    }

    /// <summary>All units or none: what is left of the values when the told ones are taken away would be the hidden cell.</summary>
    private static UnitCount[] Units(Counted feature, bool hidden, int minimumPatients)
    {
        var further = Math.Abs(feature.Units.Values.Sum() - feature.Present);
        return hidden || SmallCells.IsSmall(further, minimumPatients) || feature.Units.Values.Any(count => SmallCells.IsSmall(count, minimumPatients))
            ? []
            : [.. feature.Units.OrderBy(unit => unit.Key, StringComparer.Ordinal).Select(unit => new UnitCount { Code = unit.Key, Count = unit.Value })];
    }

    private static int[] Faults(Counted feature) => [feature.OutOfRange, feature.UnexpectedUnit, feature.UnknownCode, feature.Conflicts, feature.InconsistentTimes];
}
