using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Manager.Registry;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Manager.Synthesis;

/// <summary>Generates synthetic patients from a registered model on this machine.</summary>
/// <param name="guides">The guides; the model's plan names one.</param>
/// <param name="minimumPatients">k: a model that a node trained on fewer patients is refused.</param>
public sealed class LocalSynthesis(GuideCatalog guides, int minimumPatients)
{
    /// <summary>Draws a set.</summary>
    /// <param name="model">The registered model.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="terms">How the set is published.</param>
    /// <param name="progress">Told how many patients there are.</param>
    /// <param name="cancellationToken">Asked before each batch.</param>
    /// <exception cref="OperationProblem">The model is none that generates, does not fit its card or the guide, or is not to be generated from; or the request cannot be met.</exception>
    public async Task<SyntheticDataSet> DrawAsync(
        RegisteredModel model, SyntheticRequest request, PublicationTerms terms, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var lineage = CardLineage.Of(model.Card);
        GeneratorCheck.RequirePatients(lineage, minimumPatients);
        var weights = await File.ReadAllBytesAsync(model.WeightsFile, cancellationToken);
        try
        {
            var plan = Plan(model.Card);
            using var generator = TrainedGenerator.Open(plan, weights);
            var guide = guides.Find(plan.Model.Schema.Guide);
            GeneratorCheck.RequireFit(guide, generator.Schema);
            return SyntheticDataSet.Draw(guide, generator.Schema, generator.Generate, request, lineage, terms, progress, cancellationToken);
        }
        catch (ArgumentException e)
        {
            throw OperationProblem.Unprocessable($"'{model.Folder}': {e.Message}");
        }
    }

    private static TrainingPlan Plan(ModelCard card)
    {
        var plan = TrainingPlan.FromJson(card.Plan);
        return plan.Hash == card.PlanHash ? plan : throw new ArgumentException("the plan of the card is not the one that its planHash names.");
    }
}
