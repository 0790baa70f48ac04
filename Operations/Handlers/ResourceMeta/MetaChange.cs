using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.ResourceMeta;

/// <summary>Changes the labels of the newest version of a resource; no write that comes between is lost.</summary>
internal sealed class MetaChange(IResourceStore store, Func<JsonObject, JsonElement, bool> change)
{
    private const int MaxAttempts = 32;

    public async Task<Resource> RunAsync(Resource parameters, OperationContext context)
    {
        var list = ParameterList.Read(parameters);
        list.AllowOnly("meta");
        var labels = list.Required("meta").Value is { Type: "Meta", Json.ValueKind: JsonValueKind.Object } value ? value.Json : throw ParameterProblem.Invalid("meta", "The parameter must carry valueMeta.");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return MetaAnswer.Of(MetaAnswer.MetaOf(await ChangeAsync(labels, context)));
            }
            catch (OperationProblem problem) when (problem.Kind == ProblemKind.PreconditionFailed && attempt < MaxAttempts)
            {
                // Another write came first; the next attempt reads its version.
            }
        }
    }

    private async Task<Resource> ChangeAsync(JsonElement labels, OperationContext context)
    {
        var current = await TargetReader.ReadAsync(store, context);
        var document = JsonNode.Parse(current.Resource!.Json.Span)!.AsObject();
        var meta = document["meta"] as JsonObject ?? [];
        if (!change(meta, labels))
        {
            return current.Resource;
        }

        document["meta"] ??= meta;
        var write = new StoreWrite(StoreMethod.Update, current.ResourceType, current.Id, Resource.Parse(JsonOutput.WriteValue(json => document.WriteTo(json))), current.VersionId);
        return (await store.CommitAsync([write], context.CancellationToken))[0].Resource!;
    }
}
