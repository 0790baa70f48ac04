namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>Work on its way to the writing thread, and its answer.</summary>
internal abstract class PendingWork(CancellationToken cancellationToken)
{
    /// <summary>How much it counts when a group is gathered.</summary>
    public abstract int Size { get; }

    /// <summary>True once the caller has given up; work that has not begun is then left out.</summary>
    public bool IsAbandoned => cancellationToken.IsCancellationRequested;

    protected CancellationToken CancellationToken => cancellationToken;

    /// <summary>What must outlive a refusal of the work itself. Runs before its savepoint.</summary>
    public abstract void Prepare(SymbolTable symbols);

    /// <summary>Does the work under its savepoint; its answer waits for <see cref="Acknowledge"/>.</summary>
    public abstract void Apply(GroupWriters writers);

    public abstract void Failed(Exception failure);

    /// <summary>Tells the caller; only after the transaction that holds the work is on the disk.</summary>
    public abstract void Acknowledge();
}
