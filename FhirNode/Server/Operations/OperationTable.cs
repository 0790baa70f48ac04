using GenoMed.Fhir.Operations;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Node.Operations;

/// <summary>The operations that are wired, by code.</summary>
internal sealed class OperationTable
{
    // SQL on FHIR renames its operation between versions; all names reach the same one.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["run"] = "viewdefinition-run",
        ["sql-run"] = "viewdefinition-run",
    };

    private readonly Dictionary<string, IOperation> _operations;

    public OperationTable(IEnumerable<IOperation> operations)
        => _operations = operations.ToDictionary(operation => operation.Contract.Code, StringComparer.Ordinal);

    public IEnumerable<IOperation> All => _operations.Values.OrderBy(operation => operation.Contract.Code, StringComparer.Ordinal);

    public IOperation? Find(string code) => _operations.GetValueOrDefault(Aliases.GetValueOrDefault(code, code));

    /// <exception cref="OperationProblem">NotFound.</exception>
    public IOperation Get(string code) => Find(code)
        ?? throw OperationProblem.NotFound($"There is no operation ${code} here; this node has: {string.Join(", ", All.Select(operation => "$" + operation.Contract.Code))}.");
}
