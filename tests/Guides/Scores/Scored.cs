using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Guides.Scores;

namespace GenoMed.Fhir.Guides.Tests.Scores;

/// <summary>Scores one patient of whom a few things are known, through the file that a hospital would send.</summary>
internal static class Scored
{
    /// <param name="guide">The guide.</param>
    /// <param name="score">The score.</param>
    /// <param name="known">What is known, as <c>HB=9 mut_NPM1=1</c>.</param>
    /// <param name="convention">The convention, or null.</param>
    public static async Task<ScoreResult> Of(string guide, string score, string known, string? convention = null)
    {
        var disease = Guide.Load(RepositoryPaths.Guide(guide));
        var cells = known.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToArray();
        var text = $"ID;{string.Join(';', cells.Select(cell => cell[0]))}\np;{string.Join(';', cells.Select(cell => cell[1]))}\n";
        var scorer = new FileScorer(disease, disease.Score(score), convention: convention);
        var report = await scorer.CheckAsync(EtlSource.Text("p.csv", text), TestContext.Current.CancellationToken);
        Assert.True(report.Clean, report.ToText());
        return (await scorer.ScoreAsync(EtlSource.Text("p.csv", text), TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken)).Result;
    }
}
