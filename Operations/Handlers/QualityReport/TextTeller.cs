using GenoMed.Fhir.Operations.Contracts.QualityReport;
using GenoMed.Fhir.Operations.Disclosure;
using Counted = GenoMed.Fhir.Guides.Features.TextQuality;

namespace GenoMed.Fhir.Operations.QualityReport;

/// <summary>What of the texts' filling may leave the node: a finding that few patients have is told with no number.</summary>
internal static class TextTeller
{
    private const int Digits = 4;

    public static IReadOnlyList<TextQuality> Tell(IReadOnlyList<Counted> texts, int minimumPatients) => [.. texts.Select(text => Tell(text, minimumPatients))];

    private static TextQuality Tell(Counted text, int minimumPatients)
    {
        var few = SmallCells.IsSmall(text.Findings, minimumPatients);
        var hidden = few || SmallCells.IsSmall(text.Present, minimumPatients) || SmallCells.IsSmall(text.Findings - text.Present, minimumPatients);
        return new TextQuality
        {
            Name = text.Name,
            Findings = few ? null : text.Findings,
            Present = hidden ? null : text.Present,
            Filled = hidden || text.Findings == 0 ? null : Math.Round((double)text.Present / text.Findings, Digits),
        };
    }
}
