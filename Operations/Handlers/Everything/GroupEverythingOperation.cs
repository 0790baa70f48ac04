using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Everything;

/// <summary><c>Group/id/$everything</c>: the group and all about its members that are patients.</summary>
internal sealed class GroupEverythingOperation(IResourceStore store) : IOperation
{
    public OperationContract Contract => ContractCatalog.GroupEverything;

    public async Task<OperationResult> RunAsync(Resource parameters, OperationContext context)
    {
        var input = EverythingInput.Read(parameters);
        var group = await TargetReader.ReadAsync(store, context);
        return await new EverythingJob(store).RunAsync(new NamedPatients(Members(group.Resource!)), group, input, context);
    }

    private static IReadOnlyList<string> Members(Resource group)
        => [.. group.Element.Items("member")
            .Where(member => member.Child("inactive") is not { ValueKind: System.Text.Json.JsonValueKind.True })
            .Select(member => member.Child("entity")?.Text("reference") is { } text ? FhirReference.TryParse(text) : null)
            .Where(reference => reference is { Type: "Patient", Kind: ReferenceKind.Relative })
            .Select(reference => reference!.Id!)
            .Distinct()];
}
