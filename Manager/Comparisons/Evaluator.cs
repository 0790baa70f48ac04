using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.Operations.Contracts.EvaluateModel;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>Evaluates models on the test patients, at the node that holds them.</summary>
internal sealed class Evaluator(RemoteNode test, IProgress<ComparisonEvent>? progress)
{
    public async Task<Score> ModelAsync(string name, TrainingPlan plan, byte[] weights, CancellationToken cancellationToken, string? pairedWith = null)
        => Told(name, await NamingNodeAsync(test.EvaluateAsync(plan, weights, cancellationToken, pairedWith)));

    public async Task<Score> ScoreAsync(string score, string outcome, CancellationToken cancellationToken)
        => Told(score, await NamingNodeAsync(test.EvaluateScoreAsync(score, outcome, cancellationToken)));

    private async Task<EvaluateModelOutput> NamingNodeAsync(Task<EvaluateModelOutput> evaluation)
    {
        try
        {
            return await evaluation;
        }
        catch (OperationProblem problem)
        {
            throw new OperationProblem(problem.Kind, [.. problem.Issues.Select(issue => issue with { Diagnostics = $"Test patients at node '{test.Name}': {issue.Diagnostics}" })]);
        }
    }

    private Score Told(string name, EvaluateModelOutput output)
    {
        if (output is not { CIndex: { } c, Lower: { } lower, Upper: { } upper })
        {
            throw OperationProblem.Unprocessable($"{name} cannot be ranked on the test patients: {output.N} patients, {output.Events} events, {output.Comparable} comparable pairs.");
        }

        progress?.Report(new ModelEvaluated(name, c));
        return new Score(c, new Interval(lower, upper), output.N, output.Events);
    }
}
