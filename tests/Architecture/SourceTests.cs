namespace GenoMed.Fhir.Architecture.Tests;

/// <summary>What no source file may hold.</summary>
public sealed class SourceTests
{
    [Fact]
    public void GivenComputeSources_WhenRead_ThenTheyKnowNothingOfFhirHttpSqlOrQuartz()
    {
        string[] forbidden = ["GenoMed.Fhir.R5", "GenoMed.Fhir.Store", "System.Net.Http", "Microsoft.AspNetCore", "Sqlite", "Npgsql", "Quartz"];
        Assert.Empty(Offences("Compute/", forbidden));
    }

    [Fact]
    public void GivenManagerSources_WhenRead_ThenTheyNeverSeeTheStore()
        => Assert.Empty(Offences("Manager/", ["GenoMed.Fhir.Store"]));

    [Fact]
    public void GivenAnySource_WhenRead_ThenItIsFinished()
        => Assert.Empty(Offences("", ["NotImplementedException", "TODO", "FIXME"]));

    [Fact]
    public void GivenAnySource_WhenMeasured_ThenNoFileHoldsMoreThanOneIdea()
        => Assert.Empty(Sources("").Where(file => File.ReadLines(file).Count() > 450).Select(Repository.Relative));

    private static IEnumerable<string> Offences(string room, string[] forbidden)
        => from file in Sources(room)
           let text = File.ReadAllText(file)
           from word in forbidden
           where text.Contains(word, StringComparison.Ordinal)
           select $"{Repository.Relative(file)}: {word}";

    private static IEnumerable<string> Sources(string room)
        => Repository.Files("*.cs").Where(file => Repository.Relative(file).StartsWith(room, StringComparison.Ordinal)
            && !Repository.Relative(file).StartsWith("tests/Architecture/", StringComparison.Ordinal));
}
