namespace GenoMed.Fhir.Architecture.Tests;

/// <summary>docs/configuration.md has a row for every option, with the default and the range that the source has.</summary>
public sealed class ConfigurationTests
{
    private static readonly IReadOnlyList<SourceOption> Options = SourceOption.ReadAll();
    private static readonly IReadOnlyList<DocumentedOption> Documented = DocumentedOption.ReadAll();

    public static TheoryData<string> Records => [.. Options.Select(option => option.Record).Distinct()];

    [Fact]
    public void GivenTheSources_WhenReadForOptions_ThenTheyAreFound()
        => Assert.Superset(new HashSet<string> { "NodeOptions", "NodeLimits", "NodeClient", "ComparisonOptions", "DeepSurvOptions" }, Options.Select(option => option.Record).ToHashSet());

    [Theory]
    [MemberData(nameof(Records))]
    public void GivenAnOptionsRecord_WhenDocumented_ThenEachOptionHasOneRowAndNoRowIsLeftOver(string record)
        => Assert.Equal(
            Options.Where(option => option.Record == record).Select(option => option.Name.ToLowerInvariant()).Order(),
            Documented.Where(row => row.Record == record).Select(row => row.Name.ToLowerInvariant()).Order());

    [Theory]
    [MemberData(nameof(Records))]
    public void GivenAnOptionsRecord_WhenDocumented_ThenDefaultsAndRangesAreThoseOfTheSource(string record)
        => Assert.Empty(
            from option in Options.Where(option => option.Record == record)
            from row in Documented.Where(row => row.Record == record && string.Equals(row.Name, option.Name, StringComparison.OrdinalIgnoreCase))
            where !row.Says(option)
            select $"{record}.{option.Name}: default {option.Default}, range {option.Range}, documented {row.Default} | {row.Range}");
}
