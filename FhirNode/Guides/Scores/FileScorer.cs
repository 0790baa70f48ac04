using System.Runtime.CompilerServices;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Scores;

/// <summary>Scores the patients of a hospital's file, read by the guide's dictionary; only the score's own inputs are looked at.</summary>
public sealed class FileScorer
{
    private readonly Guide _guide;
    private readonly ScoreCalculator _calculator;
    private readonly EtlOptions _options;

    /// <param name="guide">The guide.</param>
    /// <param name="score">One of its scores.</param>
    /// <param name="site">How the site writes its file; null for as the dictionary says.</param>
    /// <param name="convention">One of the score's conventions; null for the first.</param>
    /// <exception cref="OperationProblem">The score has no such convention.</exception>
    public FileScorer(Guide guide, ScoreDefinition score, SiteFile? site = null, string? convention = null)
    {
        _guide = guide;
        _calculator = new ScoreCalculator(score, new DictionarySymbols(guide.Dictionary), guide.Dictionary.Width, guide.Scope, convention);
        _options = new EtlOptions { Site = site, RequireColumns = false, Features = _calculator.Inputs.ToHashSet() };
    }

    /// <summary>What is wrong with the file, as far as the score reads it.</summary>
    public Task<EtlReport> CheckAsync(EtlSource source, CancellationToken cancellationToken)
        => new EtlChecker(_guide.Dictionary, _options).CheckAsync(source, null, cancellationToken);

    /// <summary>The file's good rows in its order, each with its identifier and score.</summary>
    public async IAsyncEnumerable<(string Id, ScoreResult Result)> ScoreAsync(EtlSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in new EtlRunner(_guide.Dictionary, _options).RowsAsync(source, cancellationToken).ConfigureAwait(false))
        {
            yield return (row.SourceId, _calculator.Score(row.Values));
        }
    }
}
