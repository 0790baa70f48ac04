using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Fidelity.Clinical;
using GenoMed.Fhir.Operations.Contracts.EvaluateSynthetic;

namespace GenoMed.Fhir.Operations.EvaluateSynthetic;

/// <summary>Refuses plans that do not fit the patients, groups that are too small, and parts that are none.</summary>
internal static class EvaluateSyntheticValidator
{
    public static SafePlan Plan(EvaluateSyntheticInput input, FeatureTable training, FeatureTable? holdOut, int minimumPatients)
    {
        var plan = Read(input.Plan);
        if (plan.Schema.Guide != training.Schema.Guide)
        {
            throw ParameterProblem.Invalid("plan", $"The plan is for the guide '{plan.Schema.Guide}', the dataset is of '{training.Schema.Guide}'.");
        }

        Fits("dataset", plan, training, minimumPatients);
        if (holdOut is not null)
        {
            Fits("holdOut", plan, holdOut, minimumPatients);
            RequireApart(training, holdOut);
        }

        return plan;
    }

    /// <summary>What is asked for; what the tables do not allow is left out where nothing is asked by name.</summary>
    public static IReadOnlySet<SafePart> Parts(EvaluateSyntheticInput input, SafePlan plan, FeatureTable training)
    {
        var known = ClinicalReport.Known(training, plan.Outcome);
        if (input.Parts.Count == 0)
        {
            return Enum.GetValues<SafePart>().Where(part => part switch
            {
                SafePart.Attacks => input.HoldOut is not null,
                SafePart.Clinical => known >= ClinicalReportOptions.LeastPatients,
                _ => true,
            }).ToHashSet();
        }

        var parts = input.Parts.Select(Part).ToHashSet();
        if (parts.Contains(SafePart.Attacks) && input.HoldOut is null)
        {
            throw ParameterProblem.Required("holdOut", "The attacks need hold-out patients as their control.");
        }

        return parts.Contains(SafePart.Clinical) && known < ClinicalReportOptions.LeastPatients
            ? throw ParameterProblem.Unprocessable("dataset", $"{known} of the dataset's {training.Count} patients have a known '{plan.Outcome}': the part 'clinical' needs {ClinicalReportOptions.LeastPatients} or more.")
            : parts;
    }

    /// <summary>Fewer synthetic rows than k would let a client ask about patients one by one.</summary>
    public static void RequireRows(FeatureTable synthetic, int minimumPatients)
    {
        if (synthetic.Count < minimumPatients)
        {
            throw ParameterProblem.Unprocessable("synthetic", $"The table has {synthetic.Count} patients; {minimumPatients} or more are compared.");
        }
    }

    private static void RequireApart(FeatureTable training, FeatureTable holdOut)
    {
        if (holdOut.RowIds.Intersect(training.RowIds).Any())
        {
            throw ParameterProblem.Unprocessable("holdOut", "The hold-out has patients of the dataset: it is to be of patients whom the generator did not learn from.");
        }
    }

    private static SafePart Part(string name) => Enum.TryParse<SafePart>(name, ignoreCase: true, out var part) && Enum.IsDefined(part) && !char.IsAsciiDigit(name[0])
        ? part
        : throw ParameterProblem.Invalid("part", $"'{name}' is no part of an evaluation; there are: {string.Join(", ", Enum.GetNames<SafePart>().Select(one => one.ToLowerInvariant()))}.");

    private static SafePlan Read(string json)
    {
        try
        {
            return SafePlan.FromJson(json);
        }
        catch (ArgumentException e)
        {
            throw ParameterProblem.Invalid("plan", e.Message);
        }
    }

    private static void Fits(string parameter, SafePlan plan, FeatureTable table, int minimumPatients)
    {
        if (table.Count < minimumPatients)
        {
            throw ParameterProblem.Unprocessable(parameter, $"Fewer than {minimumPatients} patients are no group to compare with.");
        }

        var known = table.Schema.Features.ToDictionary(feature => feature.Name);
        foreach (var feature in plan.Schema.Features)
        {
            if (!known.TryGetValue(feature.Name, out var found) || found.Type != feature.Type || !found.Categories.SequenceEqual(feature.Categories))
            {
                throw ParameterProblem.Invalid("plan", $"The plan's feature '{feature.Name}' is none of the dataset's, or is described otherwise there.");
            }
        }
    }
}
