namespace GenoMed.Fhir.Store.Sql.Filters;

/// <summary>A filter in both directions: all the rids for which it holds, and the question whether it holds for one.</summary>
internal abstract class FilterSql
{
    /// <summary>How selective it probably is: the least is the first to be thought of as leading a search.</summary>
    public abstract int Rank { get; }

    /// <summary>Whether <see cref="Source"/> gives its rids; a negation does not.</summary>
    public virtual bool CanLead => true;

    /// <summary>Whether the engine reads the source in the order of rids, so that a page needs no sort.</summary>
    public virtual bool IsOrdered => false;

    public abstract RowSource Source();

    /// <summary>A condition on the rid in a column of the outer query.</summary>
    public abstract string On(string rid);
}
