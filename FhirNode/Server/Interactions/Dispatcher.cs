using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Publication;
using GenoMed.Fhir.Operations.Conformance;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>Every call, from HTTP or from a batch's entry, passes here: its scope is checked, its interaction runs, its answer is cut to what was asked for.</summary>
internal sealed class Dispatcher(IEnumerable<IInteraction> interactions, ConformanceService conformance, IOptions<NodeOptions> options)
{
    private readonly Dictionary<Interaction, IInteraction> _interactions
        = interactions.SelectMany(one => one.Kinds, KeyValuePair.Create).ToDictionary(pair => pair.Value, pair => pair.Key);

    public async Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken)
    {
        if (options.Value.Publication is not null)
        {
            PublicationRule.Check(call.Target);
        }

        AccessRule.Check(call.Caller, call.Target);
        var subset = Subsetting.Of(call);
        if (call.Target.Interaction is not (Interaction.Read or Interaction.VRead or Interaction.Capabilities))
        {
            // Writes are checked, and codes searched for, by what the node knows now.
            await conformance.CurrentAsync(cancellationToken);
        }

        var result = await _interactions[call.Target.Interaction].RunAsync(call, cancellationToken);
        return subset is null ? result : Subsetting.Apply(subset, result);
    }
}
