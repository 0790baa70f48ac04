namespace GenoMed.Fhir.Store.Sql;

/// <summary>The interned strings of an engine: resource types, search parameters and code systems. Safe for concurrent use.</summary>
internal interface ISymbols
{
    /// <summary>No string has this number: for a search of something never seen.</summary>
    const long Unknown = -1;

    /// <summary>Stands in a column where a row has no symbol.</summary>
    const long None = 0;

    /// <summary>The number of a string, or <see cref="Unknown"/>.</summary>
    long Find(string text);

    /// <summary>The string of a number that a row carries.</summary>
    string Text(long number);
}
