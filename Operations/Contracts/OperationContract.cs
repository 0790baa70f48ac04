using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Contracts;

/// <summary>The public face of an operation, read from its OperationDefinition.</summary>
/// <param name="Code">The operation's code without <c>$</c>, e.g. <c>train-round</c>; two operations may share it on different types or levels.</param>
/// <param name="Definition">The OperationDefinition resource.</param>
/// <param name="AffectsState">True: POST only, and the request is audited as an execution that changes something.</param>
/// <param name="Scope">
/// The SMART scopes that a client needs, all of them, separated by spaces, e.g. <c>system/Operation.train-round</c>;
/// <c>{type}</c> stands for the type that it is called on, and <c>none</c> says that the operation itself leaves out what
/// the client may not read.
/// </param>
public sealed record OperationContract(string Code, Resource Definition, bool AffectsState, string Scope)
{
    /// <summary>Canonical URL of the definition.</summary>
    public string Url => Definition.Element.Text("url") ?? $"OperationDefinition/{Definition.Id}";

    /// <summary>Whether <c>system/Operation.*</c> leaves it out, so that a client is given it by its name: another person decides on it than on the rest (docs/adr/0193).</summary>
    public bool ByNameOnly { get; init; }

    /// <summary>Called on the base: <c>[base]/$code</c>.</summary>
    public bool System { get; init; }

    /// <summary>Called on a type: <c>[base]/Patient/$code</c>.</summary>
    public bool Type { get; init; }

    /// <summary>Called on a resource: <c>[base]/Patient/1/$code</c>.</summary>
    public bool Instance { get; init; }

    /// <summary>The types it is called on; <c>Resource</c> stands for every one.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>Other names by which it is called.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What it takes as a body, or answers with, beside FHIR JSON: <c>application/fhir+ndjson</c>, <c>text/csv</c>.</summary>
    public IReadOnlyList<string> MediaTypes { get; init; } = [];

    /// <summary>Its <c>in</c> parameters.</summary>
    public IReadOnlyList<ContractParameter> Inputs { get; init; } = [];

    /// <summary>Its <c>out</c> parameters.</summary>
    public IReadOnlyList<ContractParameter> Outputs { get; init; } = [];

    /// <summary>Reads the contract out of an OperationDefinition.</summary>
    public static OperationContract Of(Resource definition) => DefinitionReader.Contract(definition);

    /// <summary>Whether it is called on resources of this type.</summary>
    public bool IsOn(string resourceType) => Resources.Contains(resourceType) || Resources.Contains("Resource");

    /// <summary>The scopes that a call needs.</summary>
    /// <param name="resourceType">The type that it is called on; null at system level.</param>
    public IEnumerable<string> Scopes(string? resourceType)
        => Scope == "none" ? [] : Scope.Replace("{type}", resourceType ?? "*", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
