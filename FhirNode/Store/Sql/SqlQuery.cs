namespace GenoMed.Fhir.Store.Sql;

/// <summary>A statement that reads.</summary>
/// <param name="Text">SQL; every value of a client is a parameter.</param>
/// <param name="Values">The parameters in order, each a long, a double or a string.</param>
internal sealed record SqlQuery(string Text, IReadOnlyList<object> Values);
