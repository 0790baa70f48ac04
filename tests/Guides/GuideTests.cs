using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Tests;

public sealed class GuideTests
{
    [Fact]
    public void GivenAGuideWithoutSurvival_WhenItsOutcomeIsAsked_ThenTheRefusalSaysWhatTheGuideIsFor()
        => Assert.Contains("no time-to-event feature", Assert.Throws<OperationProblem>(() => GuideCatalog.Default.Find("scd").Outcome).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("mds", "AGE", "OS, LFS")]
    [InlineData("mds", "NONE", "OS, LFS")]
    [InlineData("scd", "NONE", "it has none")]
    public void GivenAnOutcomeThatIsNone_WhenNamed_ThenTheRefusalSaysWhichThereAre(string guide, string named, string there)
        => Assert.Contains(there, Assert.Throws<OperationProblem>(() => GuideCatalog.Default.Find(guide).OutcomeOf(named)).Message, StringComparison.Ordinal);

    [Fact]
    public void GivenAnOutcomeOfTheGuide_WhenNamed_ThenItIsTaken() => Assert.Equal("LFS", GuideCatalog.Default.Find("mds").OutcomeOf("LFS"));

    [Fact]
    public void GivenAGuideWithAnOutcome_WhenAsked_ThenItIsItsOwn() => Assert.Equal("OS", GuideCatalog.Default.Find("mds").Outcome);
}
