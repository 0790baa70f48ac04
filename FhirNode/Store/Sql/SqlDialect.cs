namespace GenoMed.Fhir.Store.Sql;

/// <summary>Where the engines' SQL differs. Text is compared by its bytes in both: columns of text have the collation for it.</summary>
internal abstract class SqlDialect
{
    /// <summary>The mark of a parameter, counted from 1.</summary>
    public abstract string Placeholder(int number);

    /// <summary>A join whose left side is read first; what follows is <c>ON condition</c>.</summary>
    public abstract string OrderedJoin { get; }

    /// <summary>A table under an alias, read by this index of it where the engine takes such advice.</summary>
    public abstract string Indexed(string table, string alias, string index);

    /// <summary>A condition: the column's text holds the parameter's.</summary>
    public abstract string Contains(string column, string mark);

    /// <summary>A condition: the last characters of the column's text are the parameter's.</summary>
    /// <param name="column">The column.</param>
    /// <param name="mark">The parameter.</param>
    /// <param name="length">How many characters (code points) it has, 1 or more.</param>
    public abstract string EndsWith(string column, string mark, int length);

    /// <summary>What a full-text index is asked for: words that stand behind each other.</summary>
    public abstract string Words(IReadOnlyList<string> words, bool isPrefix);

    /// <summary>The rows of a full-text index that have the words of a parameter.</summary>
    public abstract RowSource WithWords(string table, string alias, string mark);

    /// <summary>A condition: the column's text is one of a parameter's, which is a JSON array of strings.</summary>
    public abstract string InArray(string column, string mark);
}
