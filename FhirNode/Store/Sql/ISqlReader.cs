namespace GenoMed.Fhir.Store.Sql;

/// <summary>One consistent snapshot of the store: every query of it sees the same moment.</summary>
internal interface ISqlReader
{
    /// <summary>Runs a query and takes each of its rows.</summary>
    ValueTask<List<T>> QueryAsync<T>(SqlQuery query, Func<ISqlRow, T> take, CancellationToken cancellationToken);
}
