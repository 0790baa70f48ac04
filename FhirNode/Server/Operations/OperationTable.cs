using GenoMed.Fhir.Node.Interactions;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Operations;

/// <summary>The operations that are wired, by name and by what they are called on.</summary>
internal sealed class OperationTable
{
    private readonly ILookup<string, IOperation> _byName;
    private readonly Dictionary<string, IOperation> _byUrl;

    public OperationTable(IEnumerable<IOperation> operations)
    {
        All = [.. operations.OrderBy(operation => operation.Contract.Code, StringComparer.Ordinal).ThenBy(operation => operation.Contract.Url, StringComparer.Ordinal)];
        _byUrl = All.ToDictionary(operation => operation.Contract.Url, StringComparer.Ordinal);
        _byName = All.SelectMany(Names).ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }

    public IReadOnlyList<IOperation> All { get; }

    /// <summary>The operation of a canonical URL, or null.</summary>
    public IOperation? ByUrl(string url) => _byUrl.GetValueOrDefault(url);

    /// <summary>The OperationDefinition of this id, or null.</summary>
    public Resource? Definition(string id) => All.Select(operation => operation.Contract.Definition).FirstOrDefault(definition => definition.Id == id);

    /// <exception cref="OperationProblem">NotFound: no such operation, or not on this type or level.</exception>
    public IOperation Get(FhirTarget target)
    {
        var named = _byName[target.Operation!].ToList();
        return named.Find(operation => Takes(operation.Contract, target))
            ?? throw OperationProblem.NotFound(named.Count == 0
                ? $"There is no operation ${target.Operation} here; this node has: {string.Join(", ", All.Select(operation => "$" + operation.Contract.Code).Distinct())}."
                : $"${target.Operation} is called on {string.Join(", ", named.SelectMany(operation => Places(operation.Contract)))}.");
    }

    private static IEnumerable<KeyValuePair<string, IOperation>> Names(IOperation operation)
        => [KeyValuePair.Create(operation.Contract.Code, operation), .. operation.Contract.Aliases.Select(alias => KeyValuePair.Create(alias, operation))];

    private static bool Takes(OperationContract contract, FhirTarget target) => target switch
    {
        { ResourceType: null } => contract.System,
        { ResourceType: { } type, Id: null } => contract.Type && contract.IsOn(type),
        { ResourceType: { } type } => contract.Instance && contract.IsOn(type),
    };

    private static IEnumerable<string> Places(OperationContract contract)
    {
        IEnumerable<string> types = contract.Resources.Contains("Resource") ? ["[type]"] : contract.Resources;
        return [
            .. contract.System ? [$"[base]/${contract.Code}"] : Array.Empty<string>(),
            .. contract.Type ? types.Select(type => $"[base]/{type}/${contract.Code}") : [],
            .. contract.Instance ? types.Select(type => $"[base]/{type}/[id]/${contract.Code}") : [],
        ];
    }
}
