using GenoMed.Fhir.Compute.Federation;

namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>Looks at each aggregated round, for example to evaluate it, before the next one begins.</summary>
public interface IRoundWatch
{
    /// <summary>Called after a round is saved; a run that goes on calls it for its last saved round again.</summary>
    /// <param name="plan">The run's plan.</param>
    /// <param name="round">From 1.</param>
    /// <param name="weights">The model after it, safetensors.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    Task AfterAsync(TrainingPlan plan, int round, byte[] weights, CancellationToken cancellationToken);
}
