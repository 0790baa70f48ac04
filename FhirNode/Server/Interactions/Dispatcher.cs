using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Http;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>Every call, from HTTP or from a batch's entry, passes here: its scope is checked, then its interaction runs.</summary>
internal sealed class Dispatcher(IEnumerable<IInteraction> interactions)
{
    private readonly Dictionary<Interaction, IInteraction> _interactions
        = interactions.SelectMany(one => one.Kinds, KeyValuePair.Create).ToDictionary(pair => pair.Value, pair => pair.Key);

    public Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken)
    {
        AccessRule.Check(call.Caller, call.Target);
        return _interactions[call.Target.Interaction].RunAsync(call, cancellationToken);
    }
}
