using System.Reflection;
using System.Text;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Tests.Support;

namespace GenoMed.Fhir.Operations.Tests.Contracts;

/// <summary>The contracts are public: they change only together with this file (set GENOMED_UPDATE_SNAPSHOTS=1 to rewrite it).</summary>
public sealed class ContractSnapshotTests
{
    private static readonly string SnapshotFile = Path.Combine(Repository.Root, "tests", "Operations", "Contracts", "contracts.snapshot.txt");

    [Fact]
    public void GivenTheContracts_WhenDescribed_ThenTheyEqualTheSnapshot()
    {
        var described = Describe();
        if (Environment.GetEnvironmentVariable("GENOMED_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(SnapshotFile, described);
        }

        Assert.Equal(File.ReadAllText(SnapshotFile).ReplaceLineEndings("\n"), described);
    }

    [Fact]
    public void GivenEveryDefinition_WhenBoundToItsRecords_ThenParametersAndPropertiesAreTheSame()
    {
        foreach (var (operation, input, output) in RecordTypes.All())
        {
            Assert.Equal(Names(DefinitionReader.Parameters(operation.Definition, "in")), RecordTypes.ParameterNames(input));
            Assert.Equal(Names(DefinitionReader.Parameters(operation.Definition, "out")), RecordTypes.ParameterNames(output));
        }
    }

    [Fact]
    public void GivenEveryContract_WhenNothingElseIsSaid_ThenItsScopeIsItsOwnOperation()
    {
        foreach (var contract in ContractCatalog.All.Where(contract => !contract.Definition.Element.ToString().Contains("operation-scope", StringComparison.Ordinal)))
        {
            Assert.Equal($"system/Operation.{contract.Code}", contract.Scope);
        }
    }

    [Fact]
    public void GivenViewDefinitionRun_WhenItsScopeIsRead_ThenOperationScopesDoNotReachPatientRows()
        => Assert.Equal("system/*.rs", ContractCatalog.ViewDefinitionRun.Operation.Scope);

    private static string Describe()
    {
        var text = new StringBuilder();
        foreach (var (operation, input, output) in RecordTypes.All())
        {
            text.Append($"${operation.Code}{Places(operation)} affectsState={operation.AffectsState} scope={operation.Scope}{(operation.ByNameOnly ? " by name only" : "")}\n");
            Parameters(text, operation, "in");
            Parameters(text, operation, "out");
            RecordTypes.Describe(text, input);
            RecordTypes.Describe(text, output);
            text.Append('\n');
        }

        return text.ToString();
    }

    // Most are called on the base only, which needs no mention.
    private static string Places(OperationContract operation) => operation is { Type: false, Instance: false } ? "" : string.Concat(
        operation.System ? " system" : "", operation.Type ? " type" : "", operation.Instance ? " instance" : "", $" on {string.Join(",", operation.Resources)}");

    private static void Parameters(StringBuilder text, OperationContract operation, string use)
    {
        foreach (var parameter in DefinitionReader.Parameters(operation.Definition, use))
        {
            Parameter(text, parameter, $"  {use} ");
        }
    }

    private static void Parameter(StringBuilder text, ContractParameter parameter, string indent)
    {
        var max = parameter.Max == int.MaxValue ? "*" : $"{parameter.Max}";
        text.Append($"{indent}{parameter.Name} {parameter.Min}..{max} {parameter.Type ?? "parts"}\n");
        foreach (var part in parameter.Parts)
        {
            Parameter(text, part, indent + "  ");
        }
    }

    private static IEnumerable<string> Names(IEnumerable<ContractParameter> parameters) => parameters.Select(parameter => parameter.Name);
}
