using System.Text;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>What the checking pass found in a file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Rows">Data rows read.</param>
/// <param name="GoodRows">Rows without a fault.</param>
/// <param name="FileRejected">True when the file as a whole cannot be loaded, whatever is skipped (a missing column, an endless line).</param>
/// <param name="Rejected">The first faults, in the file's order.</param>
/// <param name="RejectedCount">How many faults there are.</param>
/// <param name="Warnings">The first of what is odd and does not stop a load (an unknown column, an implausible value that was kept).</param>
/// <param name="WarningCount">How many of them there are.</param>
public sealed record EtlReport(
    string File,
    long Rows,
    long GoodRows,
    bool FileRejected,
    IReadOnlyList<RejectedCell> Rejected,
    long RejectedCount,
    IReadOnlyList<RejectedCell> Warnings,
    long WarningCount)
{
    /// <summary>True when every row is good.</summary>
    public bool Clean => RejectedCount == 0;

    /// <summary>Whether a load may go ahead.</summary>
    /// <param name="skipInvalid">The user said that bad rows may be left out.</param>
    public bool MayLoad(bool skipInvalid) => Clean || (skipInvalid && !FileRejected && GoodRows > 0);

    /// <summary>The report for a person: a summary, then a line for every fault.</summary>
    public string ToText()
    {
        var text = new StringBuilder($"{File}: {Rows} rows, {GoodRows} good, {RejectedCount} faults, {WarningCount} warnings").AppendLine();
        foreach (var cell in Rejected.Concat(Warnings))
        {
            text.AppendLine(cell.ToString());
        }

        if (RejectedCount + WarningCount > Rejected.Count + Warnings.Count)
        {
            text.AppendLine($"... and {RejectedCount + WarningCount - Rejected.Count - Warnings.Count} more");
        }

        return text.ToString();
    }

    /// <summary>The report as an OperationOutcome, one issue a fault.</summary>
    public Resource ToOperationOutcome() => EtlOutcome.Of(this);

    /// <summary>The report as the expected failure that stops a load; its issues are those of the OperationOutcome.</summary>
    public OperationProblem ToProblem() => new(ProblemKind.Unprocessable, EtlOutcome.Issues(this).ToArray());
}
