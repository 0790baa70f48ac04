using System.Security.Cryptography;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Operations.Contracts.GenerateSynthetic;

namespace GenoMed.Fhir.Operations.GenerateSynthetic;

/// <summary>Refuses models that are not what their card says or must not be generated from, and requests that nobody can meet.</summary>
internal sealed class GenerateSyntheticValidator(GuideCatalog guides, int minimumPatients)
{
    /// <exception cref="R5.Outcomes.OperationProblem">Each fault, pointing at its parameter.</exception>
    public GenerateSyntheticRequest Validate(GenerateSyntheticInput input)
    {
        var lineage = Lineage(input);
        ParameterProblem.Pointing("model", () => GeneratorCheck.RequirePatients(lineage, minimumPatients));
        var (plan, guide) = Plan(input);
        RequireWeights(input);
        var terms = new PublicationTerms(input.Title, input.Licence, input.Publisher);
        ParameterProblem.Pointing(string.IsNullOrWhiteSpace(terms.Title) ? "title" : string.IsNullOrWhiteSpace(terms.Publisher) ? "publisher" : "licence", () => terms.Checked());
        var rows = new SyntheticRequest(input.Count, input.Seed ?? 1) { Where = input.Where, Shares = input.Shares };
        var generator = PlanReader.Guarded("weights", () => TrainedGenerator.Open(plan, input.Weights.Data));
        try
        {
            ParameterProblem.Pointing("plan", () => GeneratorCheck.RequireFit(guide, generator.Schema));
            ParameterProblem.Pointing("where", () => new SyntheticCohort(guide.Dictionary, generator.Schema, rows with { Count = 1, Shares = [] }));
            ParameterProblem.Pointing(input.Count is < 1 or > SyntheticRequest.Largest ? "count" : "share", () => new SyntheticCohort(guide.Dictionary, generator.Schema, rows));
            return new GenerateSyntheticRequest(guide, generator, rows, lineage, terms);
        }
        catch
        {
            generator.Dispose();
            throw;
        }
    }

    private (TrainingPlan Plan, Guide Guide) Plan(GenerateSyntheticInput input)
    {
        var plan = PlanReader.Guarded("plan", () => TrainingPlan.FromJson(input.Plan));
        if (plan.Hash != input.Model.PlanSha256)
        {
            throw ParameterProblem.Unprocessable("plan", $"The plan is not the one of the model's card: its SHA-256 is {plan.Hash}, the card says {input.Model.PlanSha256}.");
        }

        var schema = plan.Model.Schema;
        if (!guides.Names.Contains(schema.Guide) || guides.Find(schema.Guide) is not { } guide || guide.Dictionary.Head.Version != schema.Version)
        {
            throw ParameterProblem.Unprocessable("plan", $"The model was trained for the guide {schema.Guide} {schema.Version}, which this node has not; it has: {string.Join(", ", guides.Names.Select(name => $"{name} {guides.Find(name).Dictionary.Head.Version}"))}.");
        }

        return (PlanReader.Plan(input.Plan, guide.Dictionary.Schema), guide);
    }

    private static void RequireWeights(GenerateSyntheticInput input)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(input.Weights.Data));
        if (hash != input.Model.WeightsSha256)
        {
            throw ParameterProblem.Unprocessable("weights", $"The weights are not those of the model's card: their SHA-256 is {hash}, the card says {input.Model.WeightsSha256}.");
        }
    }

    private static ModelLineage Lineage(GenerateSyntheticInput input) => new()
    {
        Name = input.Model.Name,
        Model = PlanReader.Guarded("plan", () => TrainingPlan.FromJson(input.Plan)).Model.Model,
        WeightsSha256 = input.Model.WeightsSha256,
        PlanHash = input.Model.PlanSha256,
        RunId = input.Model.Run,
        Rounds = input.Model.Rounds,
        Nodes = [.. input.Model.Nodes.Select(node => new TrainingNode(node.Name, node.Dataset, node.Patients))],
        Predecessors = input.Model.Predecessors,
    };
}
