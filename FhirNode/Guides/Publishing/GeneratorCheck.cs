using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>Refuses generators from which nothing may be published.</summary>
public static class GeneratorCheck
{
    /// <summary>Throws where a node trained on fewer patients than may be told about, or the card does not tell.</summary>
    /// <param name="lineage">The model's.</param>
    /// <param name="minimumPatients">k.</param>
    /// <exception cref="OperationProblem">Unprocessable; the node by name, never its number.</exception>
    public static void RequirePatients(ModelLineage lineage, int minimumPatients)
    {
        if (lineage.Rounds < 1)
        {
            throw OperationProblem.Unprocessable($"The model '{lineage.Name}' is not trained: its card has {lineage.Rounds} rounds.");
        }

        if (lineage.Nodes.Count == 0)
        {
            throw OperationProblem.Unprocessable($"The card of '{lineage.Name}' names no node that trained it.");
        }

        if (lineage.Nodes.FirstOrDefault(node => node.Patients < minimumPatients) is { } small)
        {
            throw OperationProblem.Unprocessable(string.Create(CultureInfo.InvariantCulture,
                $"The model '{lineage.Name}' was trained on fewer than {minimumPatients} patients at node '{small.Name}', or its card does not say on how many: nothing is generated from it."));
        }
    }

    /// <summary>Throws where the plan is for another guide, or knows a feature otherwise than the guide does.</summary>
    /// <param name="guide">The guide as it is here.</param>
    /// <param name="rows">What the model generates, as its plan knows it.</param>
    /// <exception cref="OperationProblem">Unprocessable; what differs.</exception>
    public static void RequireFit(Guide guide, FeatureSchema rows)
    {
        var head = guide.Dictionary.Head;
        if (rows.Guide != head.Guide || rows.Version != head.Version)
        {
            throw OperationProblem.Unprocessable($"The model was trained for {rows.Guide} {rows.Version}; here is {head.Guide} {head.Version}.");
        }

        foreach (var planned in rows.Features)
        {
            var held = guide.Dictionary.Schema.Features.FirstOrDefault(feature => feature.Name == planned.Name);
            if (held is null || held.Type != planned.Type || held.Width != planned.Width || held.Unit != planned.Unit || !held.Categories.SequenceEqual(planned.Categories))
            {
                throw OperationProblem.Unprocessable($"The model's feature '{planned.Name}' is not that of {head.Guide} {head.Version}: another type, unit or vocabulary.");
            }
        }
    }
}
