using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.R5.Subsets;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>Every call, from HTTP or from a batch's entry, passes here: its scope is checked, its interaction runs, its answer is cut to what was asked for.</summary>
internal sealed class Dispatcher(IEnumerable<IInteraction> interactions)
{
    private readonly Dictionary<Interaction, IInteraction> _interactions
        = interactions.SelectMany(one => one.Kinds, KeyValuePair.Create).ToDictionary(pair => pair.Value, pair => pair.Key);

    public Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken)
    {
        AccessRule.Check(call.Caller, call.Target);
        var interaction = _interactions[call.Target.Interaction];
        return Subsetting.Of(call) is { } subset ? RunAsync(interaction, call, subset, cancellationToken) : interaction.RunAsync(call, cancellationToken);
    }

    private static async Task<FhirResult> RunAsync(IInteraction interaction, FhirCall call, ResourceSubset subset, CancellationToken cancellationToken)
        => Subsetting.Apply(subset, await interaction.RunAsync(call, cancellationToken));
}
