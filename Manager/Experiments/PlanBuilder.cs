using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>From a request and the nodes' combined statistics to the plan of all rounds.</summary>
public static class PlanBuilder
{
    /// <param name="request">What is asked for.</param>
    /// <param name="statistics">Combined over the nodes; the scaler follows from them.</param>
    /// <param name="nodes">How many nodes take part.</param>
    /// <param name="id">The run's id.</param>
    /// <exception cref="ArgumentException">An unknown model or option, an input that is none, or an outcome that is no time-to-event feature.</exception>
    public static TrainingPlan Build(FederatedRunRequest request, DatasetStatistics statistics, int nodes, string id)
    {
        var inputs = Inputs(request);
        var scaler = statistics.ToScaler(request.Schema);
        return new TrainingPlan
        {
            Id = id,
            Model = new ModelPlan
            {
                Model = request.Model,
                Schema = request.Schema,
                Inputs = inputs,
                Outcome = Outcome(request),
                Scaler = new FeatureScaler(inputs.Append(request.Outcome).Where(scaler.Features.ContainsKey).ToDictionary(name => name, name => scaler[name])),
                Options = ModelCatalog.Find(request.Model).ResolveOptions(request.ModelOptions),
                Seed = request.Seed,
            },
            Strategy = request.Strategy,
            Privacy = request.Privacy,
            Sampling = request.Sampling,
            Rounds = request.Rounds,
            LocalEpochs = request.LocalEpochs,
            MinimumNodes = request.MinimumNodes ?? Math.Max(1, nodes - 1),
        };
    }

    private static IReadOnlyList<string> Inputs(FederatedRunRequest request)
        => request.Inputs.Count > 0 ? request.Inputs : [.. request.Schema.WithRole(FeatureRole.Input).Select(feature => feature.Name)];

    private static string Outcome(FederatedRunRequest request)
        => request.Schema[request.Outcome].Type == FeatureType.TimeToEvent
            ? request.Outcome
            : throw new ArgumentException($"'{request.Outcome}' is no time-to-event feature.");
}
