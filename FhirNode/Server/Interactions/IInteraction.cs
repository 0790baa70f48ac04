using GenoMed.Fhir.Node.Http;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>Runs the calls of some kinds. The caller's scopes have been checked by the <see cref="Dispatcher"/>.</summary>
internal interface IInteraction
{
    IReadOnlyList<Interaction> Kinds { get; }

    Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken);
}
