namespace GenoMed.Fhir.Store.Sql;

/// <summary>The row that a query stands on; columns count from 0.</summary>
internal interface ISqlRow
{
    long Long(int column);

    string Text(int column);

    /// <summary>A copy of a blob, or null.</summary>
    byte[]? Blob(int column);

    /// <summary>The value as long, double, string or null.</summary>
    object? Value(int column);
}
