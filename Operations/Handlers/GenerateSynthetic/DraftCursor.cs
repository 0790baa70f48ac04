using System.Globalization;

namespace GenoMed.Fhir.Operations.GenerateSynthetic;

/// <summary>How far a job has stored which set.</summary>
/// <param name="Stored">Patients.</param>
/// <param name="Set">Logical id of the set's Library.</param>
/// <param name="Sha256">SHA-256 of its CSV: a node of another version may draw other patients from the same request.</param>
internal sealed record DraftCursor(int Stored, string Set, string Sha256)
{
    /// <summary>What a job has saved; null where it has stored nothing.</summary>
    public static DraftCursor? Of(JobWorkspace? job) => job?.Cursor?.Split(' ') is [var stored, var set, var sha256] && int.Parse(stored, CultureInfo.InvariantCulture) is > 0 and var count
        ? new DraftCursor(count, set, sha256)
        : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Stored} {Set} {Sha256}");
}
