namespace GenoMed.Fhir.Store.Commits;

/// <summary>Work on its way to the writing thread, and its answer.</summary>
internal abstract class PendingWork(CancellationToken cancellationToken)
{
    /// <summary>How much it counts when a group is gathered.</summary>
    public abstract int Size { get; }

    /// <summary>True once the caller has given up; work that has not begun is then left out.</summary>
    public bool IsAbandoned => cancellationToken.IsCancellationRequested;

    protected CancellationToken CancellationToken => cancellationToken;

    /// <summary>The work was refused or could not be written; told by <see cref="Acknowledge"/>.</summary>
    public abstract void Failed(Exception failure);

    /// <summary>Tells the caller; only after the transaction that holds the work is on the disk.</summary>
    public abstract void Acknowledge();
}
