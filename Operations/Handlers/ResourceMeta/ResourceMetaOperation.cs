using System.Text.Json.Nodes;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.ResourceMeta;

/// <summary><c>$meta</c>: of one resource, or the union of the labels of many.</summary>
internal sealed class ResourceMetaOperation(IResourceStore store) : IOperation
{
    public OperationContract Contract => ContractCatalog.ResourceMeta;

    public async Task<OperationResult> RunAsync(Resource parameters, OperationContext context)
    {
        ParameterList.Read(parameters).AllowOnly();
        return context.Target.Id is null
            ? MetaAnswer.Of(await UnionAsync(context))
            : MetaAnswer.Of(MetaAnswer.MetaOf((await TargetReader.ReadAsync(store, context)).Resource!));
    }

    private async Task<JsonObject> UnionAsync(OperationContext context)
    {
        var union = new JsonObject();
        IEnumerable<string> types = context.Target.ResourceType is { } one ? [one] : R5Definitions.Instance.ResourceTypes;
        var stored = await store.CountAsync(context.CancellationToken);
        foreach (var type in types.Where(type => stored.GetValueOrDefault(type) > 0))
        {
            await foreach (var resource in store.ScanAsync(type, context.CancellationToken))
            {
                if (resource.Element.Child("meta") is { } meta)
                {
                    MetaLabels.Add(union, meta);
                }
            }
        }

        return union;
    }
}
