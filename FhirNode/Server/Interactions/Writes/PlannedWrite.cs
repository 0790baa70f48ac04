using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Node.Interactions.Writes;

/// <summary>A create, update or delete with its id decided: everything but the commit.</summary>
/// <param name="Method">What the store will do.</param>
/// <param name="ResourceType">The type.</param>
/// <param name="Id">The logical id, assigned where the client gave none.</param>
internal sealed record PlannedWrite(StoreMethod Method, string ResourceType, string Id)
{
    /// <summary>The content; null for a delete.</summary>
    public Resource? Body { get; init; }

    /// <summary>The version that must be current (If-Match).</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>The resource must not exist (If-None-Match: *).</summary>
    public bool OnlyIfAbsent { get; init; }

    /// <summary>What a conditional create found already there: nothing is written.</summary>
    public StoredResource? Found { get; init; }

    /// <summary>A conditional delete that matched nothing: nothing is written.</summary>
    public bool Nothing { get; init; }

    public bool Writes => Found is null && !Nothing;

    public string Reference => $"{ResourceType}/{Id}";

    public StoreWrite ToStoreWrite() => new(Method, ResourceType, Id, Body, ExpectedVersion) { OnlyIfAbsent = OnlyIfAbsent };
}
