using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Jobs;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Node.Interactions.Writes;

/// <summary>Decides which id a write goes to; conditional ones by a search (R5 http.html, "Conditional interactions").</summary>
internal sealed class WritePlanner(ConditionalSearch search)
{
    /// <summary>The search that decides a conditional write, as a key for <see cref="ConditionalGate"/>; null when there is none.</summary>
    public static string? Condition(FhirCall call) => call.Target switch
    {
        { Interaction: Interaction.Create } => call.IfNoneExist is { } query ? $"{call.Target.ResourceType}?{query}" : null,
        { Interaction: Interaction.Update or Interaction.Delete, Id: null } => $"{call.Target.ResourceType}?{string.Join('&', call.Parameters)}",
        _ => null,
    };

    public async Task<PlannedWrite> PlanAsync(FhirCall call, Resource? body, CancellationToken cancellationToken)
    {
        CheckType(call.Target, body);
        var plan = call.Target.Interaction switch
        {
            Interaction.Create => await CreateAsync(call, cancellationToken),
            Interaction.Update => await UpdateAsync(call, body!, cancellationToken),
            _ => await DeleteAsync(call, cancellationToken),
        };
        JobResources.CheckNotOurs(plan.ResourceType, plan.Id);
        return plan with { Body = body, ExpectedVersion = call.IfMatch is { } tag ? ETag.Version(tag) : null, OnlyIfAbsent = IsOnlyIfAbsent(call) };
    }

    // R5 http.html, "update": If-None-Match: * keeps an update from writing over what is there. No tag but * says something of a write.
    private static bool IsOnlyIfAbsent(FhirCall call) => call is { Target.Interaction: Interaction.Update, IfNoneMatch: { } tag }
        && (tag.Trim() == "*" ? true : throw OperationProblem.Invalid($"If-None-Match takes * on an update; this is '{tag}'. If-Match names the version that an update replaces."));

    private static void CheckType(FhirTarget target, Resource? body)
    {
        if (body is not null && body.ResourceType != target.ResourceType)
        {
            throw OperationProblem.Invalid($"The URL says {target.ResourceType}, the body says {body.ResourceType}.", body.ResourceType);
        }
    }

    private async Task<PlannedWrite> CreateAsync(FhirCall call, CancellationToken cancellationToken)
    {
        var type = call.Target.ResourceType!;
        var fresh = new PlannedWrite(StoreMethod.Create, type, LogicalId.New());
        if (call.IfNoneExist is not { } query)
        {
            return fresh;
        }

        AccessRule.CheckResource(call.Caller, type, 's');
        var found = await search.OneAsync(type, QueryText.Parse("?" + query.TrimStart('?')), cancellationToken);
        return found is null ? fresh : fresh with { Id = found.Id, Found = found };
    }

    private async Task<PlannedWrite> UpdateAsync(FhirCall call, Resource body, CancellationToken cancellationToken)
    {
        var type = call.Target.ResourceType!;
        if (call.Target.Id is { } id)
        {
            LogicalId.Check(id, type);
            return body.Id == id
                ? new PlannedWrite(StoreMethod.Update, type, id)
                : throw OperationProblem.Invalid($"{(body.Id is { } other ? $"The body's id is '{other}'" : "The body has no id")}, the URL's is '{id}'; they must be the same.", $"{type}.id");
        }

        var found = await MatchAsync(call, cancellationToken);
        if (found is not null && body.Id is { } given && given != found.Id)
        {
            throw OperationProblem.Invalid($"The search finds {type}/{found.Id}, the body's id is '{given}'.", $"{type}.id");
        }

        return new PlannedWrite(StoreMethod.Update, type, found?.Id ?? LogicalId.Check(body.Id ?? LogicalId.New(), type));
    }

    private async Task<PlannedWrite> DeleteAsync(FhirCall call, CancellationToken cancellationToken)
    {
        var type = call.Target.ResourceType!;
        if (call.Target.Id is { } id)
        {
            return new PlannedWrite(StoreMethod.Delete, type, id);
        }

        var found = await MatchAsync(call, cancellationToken);
        return new PlannedWrite(StoreMethod.Delete, type, found?.Id ?? string.Empty) { Nothing = found is null };
    }

    private async Task<StoredResource?> MatchAsync(FhirCall call, CancellationToken cancellationToken)
    {
        AccessRule.CheckResource(call.Caller, call.Target.ResourceType!, 's');
        return await search.OneAsync(call.Target.ResourceType!, call.Parameters, cancellationToken);
    }
}
