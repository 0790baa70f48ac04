using System.Text.Json;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Publication;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Interactions.Bundles;

/// <summary>POST [base]: a batch or a transaction.</summary>
internal sealed class BundleInteraction(TransactionRunner transactions, BatchRunner batches, NodeAddress address, IOptions<NodeOptions> options) : IInteraction
{
    public IReadOnlyList<Interaction> Kinds { get; } = [Interaction.Bundle];

    public async Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken)
    {
        var body = await call.ReadBody(cancellationToken);
        var bundle = Bundle.Read(body);
        CheckEntries(body);
        if (bundle.Type == BundleType.Transaction && options.Value.Publication is not null)
        {
            PublicationRule.RefuseTransaction();
        }

        var limit = options.Value.Limits.MaxBundleEntries;
        if (bundle.Entries.Count > limit)
        {
            throw OperationProblem.TooLarge($"The Bundle has {bundle.Entries.Count} entries; this server takes {limit} at once.");
        }

        return FhirResult.Ok(bundle.Type switch
        {
            BundleType.Transaction => await transactions.RunAsync(bundle.Entries, Calls(bundle, call), cancellationToken),
            BundleType.Batch => await batches.RunAsync(bundle.Entries, call, cancellationToken),
            _ => throw OperationProblem.Invalid($"The base takes Bundles of type transaction and batch; this is '{bundle.Type}'.", "Bundle.type"),
        });
    }

    // What is no list would read as an empty one, and the client would take nothing for success.
    private static void CheckEntries(Resource body)
    {
        if (body.Element.TryGetProperty("entry", out var entry) && entry.ValueKind != JsonValueKind.Array)
        {
            throw OperationProblem.Structure("entry must be an array of objects.", "Bundle.entry");
        }
    }

    private List<FhirCall> Calls(Bundle bundle, FhirCall call)
        => [.. bundle.Entries.Select((entry, index) => EntryCall.Of(entry, index, call, address.BaseUrl))];
}
