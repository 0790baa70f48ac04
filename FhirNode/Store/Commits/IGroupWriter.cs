namespace GenoMed.Fhir.Store.Commits;

/// <summary>Writes a group of works, on the writing thread alone. Each then knows its result or failure; nothing is thrown.</summary>
internal interface IGroupWriter
{
    void Write(IReadOnlyList<PendingWork> group);
}
