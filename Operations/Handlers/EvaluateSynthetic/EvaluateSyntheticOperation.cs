using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.EvaluateSynthetic;
using GenoMed.Fhir.Operations.Datasets;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Operations.EvaluateSynthetic;

/// <summary><c>$evaluate-synthetic</c>: synthetic patients against those of this node; only aggregates leave it.</summary>
internal sealed class EvaluateSyntheticOperation(DatasetRegistry datasets, GuideCatalog guides, JobLane lane, OperationsOptions options)
    : Operation<EvaluateSyntheticInput, EvaluateSyntheticOutput>(ContractCatalog.EvaluateSynthetic)
{
    protected override async Task<EvaluateSyntheticOutput> RunAsync(EvaluateSyntheticInput input, OperationContext context)
    {
        var training = (await datasets.GetAsync(input.Dataset, context.CancellationToken)).Table;
        var holdOut = input.HoldOut is { } id ? await HoldOutAsync(id, context.CancellationToken) : null;
        var plan = EvaluateSyntheticValidator.Plan(input, training, holdOut, options.MinimumPatients);
        var parts = EvaluateSyntheticValidator.Parts(input, plan, training);
        var synthetic = await SyntheticAsync(input, plan, context.CancellationToken);
        var evidence = await lane.RunAsync(() => Run(plan, training, holdOut, synthetic, parts, input.Seed ?? 0, context.CancellationToken), context.CancellationToken);
        return new EvaluateSyntheticOutput { Rows = training.Count, Evidence = evidence.ToJson() };
    }

    private async Task<FeatureTable> HoldOutAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return (await datasets.GetAsync(id, cancellationToken)).Table;
        }
        catch (OperationProblem problem) when (problem.Kind == ProblemKind.NotFound)
        {
            throw ParameterProblem.NotFound("holdOut", problem.Message);
        }
    }

    private SafeEvidence Run(
        SafePlan plan, FeatureTable training, FeatureTable? holdOut, FeatureTable? synthetic, IReadOnlySet<SafePart> parts, int seed, CancellationToken cancellationToken)
    {
        try
        {
            return SafeEvidence.Of(plan, training, holdOut, synthetic, parts, new SafeEvidenceOptions(seed, options.MinimumPatients), cancellationToken);
        }
        catch (Exception e) when (e is ArgumentException or ArithmeticException)
        {
            throw ParameterProblem.Unprocessable("synthetic", e.Message);
        }
    }

    private async Task<FeatureTable?> SyntheticAsync(EvaluateSyntheticInput input, SafePlan plan, CancellationToken cancellationToken)
    {
        if (input.Synthetic is not { } csv)
        {
            return null;
        }

        try
        {
            var dictionary = guides.Find(plan.Schema.Guide).Dictionary;
            string[] features = [.. plan.Schema.Features.Select(feature => feature.Name)];
            var table = await TableReader.ReadAsync(new EtlSource("synthetic", () => new MemoryStream(csv.Data, writable: false)), dictionary, features, cancellationToken);
            EvaluateSyntheticValidator.RequireRows(table, options.MinimumPatients);
            return table;
        }
        catch (OperationProblem problem)
        {
            throw new OperationProblem(problem.Kind, [.. problem.Issues.Select(issue => issue with { Expression = ParameterProblem.Expression("synthetic") })]);
        }
    }
}
