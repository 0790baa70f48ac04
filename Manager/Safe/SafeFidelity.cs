using GenoMed.Fhir.Compute.Models.Fidelity;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>How alike synthetic and real patients are, and what that looks like.</summary>
public sealed record SafeFidelity
{
    /// <summary>CSF, GSF and their parts.</summary>
    public required SafeLevels Levels { get; init; }

    /// <summary>Survival.</summary>
    public required SurvivalCurves Survival { get; init; }

    /// <summary>Clinical features.</summary>
    public required IReadOnlyList<MarginalComparison> Marginals { get; init; }

    /// <summary>Lesions.</summary>
    public required IReadOnlyList<LesionShare> Lesions { get; init; }

    /// <summary>Genes by genes.</summary>
    public required PhiComparison Phi { get; init; }

    /// <summary>Prognostic factors.</summary>
    public required IReadOnlyList<HazardComparison> Hazards { get; init; }

    internal static SafeFidelity Of(SafePlan plan, IReadOnlyList<SafeEvidence> nodes)
    {
        var levels = SafeLevels.Of(plan, nodes);
        return new SafeFidelity
        {
            Levels = levels,
            Survival = SurvivalCurves.Of(plan, nodes),
            Marginals = MarginalComparisons.Of(plan, nodes, levels.Scores),
            Lesions = LesionShare.Of(plan, nodes),
            Phi = PhiComparison.Of(plan, nodes),
            Hazards = HazardComparison.Of(plan, nodes),
        };
    }
}
