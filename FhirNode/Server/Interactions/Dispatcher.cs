using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Operations.Conformance;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>Every call, from HTTP or from a batch's entry, passes here: its scope is checked, then its interaction runs.</summary>
internal sealed class Dispatcher(IEnumerable<IInteraction> interactions, ConformanceService conformance)
{
    private readonly Dictionary<Interaction, IInteraction> _interactions
        = interactions.SelectMany(one => one.Kinds, KeyValuePair.Create).ToDictionary(pair => pair.Value, pair => pair.Key);

    public async Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken)
    {
        AccessRule.Check(call.Caller, call.Target);
        if (call.Target.Interaction is not (Interaction.Read or Interaction.VRead))
        {
            // Writes are checked, and codes searched for, by what the node knows now.
            await conformance.CurrentAsync(cancellationToken);
        }

        return await _interactions[call.Target.Interaction].RunAsync(call, cancellationToken);
    }
}
