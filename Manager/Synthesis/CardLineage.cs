using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Manager.Registry;

namespace GenoMed.Fhir.Manager.Synthesis;

/// <summary>What a model's card says of where it comes from.</summary>
public static class CardLineage
{
    /// <summary>The nodes are those that took part; where the card is too old to tell how many patients each had, it is 0.</summary>
    public static ModelLineage Of(ModelCard card) => new()
    {
        Name = card.Name,
        Model = card.Model,
        WeightsSha256 = card.WeightsSha256,
        PlanHash = card.PlanHash,
        RunId = card.RunId,
        Rounds = card.Rounds,
        Nodes = [.. Nodes(card).OrderBy(node => node.Name, StringComparer.Ordinal)],
        Predecessors = card.Lineage,
    };

    private static IEnumerable<TrainingNode> Nodes(ModelCard card) => card.Nodes
        .Where(node => card.Patients.Count == 0 || card.Patients.ContainsKey(node.Key))
        .Select(node => new TrainingNode(node.Key, node.Value, card.Patients.GetValueOrDefault(node.Key)));
}
