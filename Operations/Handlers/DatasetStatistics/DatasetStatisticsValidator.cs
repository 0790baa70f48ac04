using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Operations.Contracts.DatasetStatistics;

namespace GenoMed.Fhir.Operations.DatasetStatistics;

/// <summary>Refuses features that the dataset does not have.</summary>
internal static class DatasetStatisticsValidator
{
    public static void Validate(DatasetStatisticsInput input, FeatureSchema schema)
    {
        var known = schema.Features.Select(feature => feature.Name).ToHashSet();
        var unknown = input.Features.FirstOrDefault(name => !known.Contains(name));
        if (unknown is not null)
        {
            throw ParameterProblem.Invalid("feature", $"The dataset has no feature '{unknown}'; it has: {string.Join(", ", known)}.");
        }
    }
}
