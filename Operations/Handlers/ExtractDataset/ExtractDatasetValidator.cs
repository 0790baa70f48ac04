using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Operations.Contracts.ExtractDataset;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Operations.ExtractDataset;

/// <summary>Refuses guides that this node does not have, and cohorts that are no Group.</summary>
internal static class ExtractDatasetValidator
{
    public static Guide Guide(ExtractDatasetInput input, GuideCatalog guides)
        => guides.Names.Contains(input.Guide)
            ? guides.Find(input.Guide)
            : throw ParameterProblem.NotFound("guide", $"No guide '{input.Guide}' at this node; there are: {string.Join(", ", guides.Names)}.");

    /// <summary>The id of the cohort's Group; null without a cohort.</summary>
    public static string? GroupId(ExtractDatasetInput input) => input.Cohort?.Split('/') switch
    {
        null => null,
        ["Group", { Length: > 0 } id] => id,
        _ => throw ParameterProblem.Invalid("cohort", $"A cohort is a reference Group/id, got '{input.Cohort}'."),
    };

    /// <exception cref="OperationProblem">Unprocessable: fewer patients than the node tells anything about.</exception>
    public static void RequireEnough(int rows, int minimumPatients)
    {
        if (rows < minimumPatients)
        {
            throw ParameterProblem.Unprocessable("cohort", $"Fewer than {minimumPatients} patients: this node makes no dataset of so few.");
        }
    }
}
