using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index;

/// <summary>One value of a search parameter in one resource; which fields count depends on the kind.</summary>
/// <param name="Kind">Token, String, Reference, Date, Number, Quantity, Uri or Composite: the table.</param>
/// <param name="Parameter">Type and code, as <c>Patient.birthdate</c>.</param>
/// <param name="Text">Token and quantity: code, folded for tokens. String: folded. Reference: target id or URL. Uri: value.</param>
/// <param name="Symbol">Token and quantity: system. Reference: target type. Null for none.</param>
/// <param name="Exact">String: the value as written, or empty when it is the same as the folded one.</param>
/// <param name="Low">Date: first tick (100 ns, UTC) of the range.</param>
/// <param name="High">Date: first tick after it.</param>
/// <param name="LowNumber">Number and quantity: least value. Composite: of its first date (milliseconds) or quantity.</param>
/// <param name="HighNumber">Number and quantity: greatest value.</param>
/// <param name="Text2">Composite: what <paramref name="Text"/> is, of its second part that has one.</param>
/// <param name="Symbol2">Composite: what <paramref name="Symbol"/> is, of its second part that has one.</param>
/// <param name="LowNumber2">Composite: least value of its second date or quantity.</param>
/// <param name="HighNumber2">Composite: greatest value of its second date or quantity.</param>
internal readonly record struct IndexRow(
    SearchKind Kind,
    string Parameter,
    string Text = "",
    string? Symbol = null,
    string Exact = "",
    long Low = 0,
    long High = 0,
    double LowNumber = 0,
    double HighNumber = 0,
    string Text2 = "",
    string? Symbol2 = null,
    double LowNumber2 = 0,
    double HighNumber2 = 0)
{
    /// <summary>The strings of the row that an engine keeps as numbers.</summary>
    public IEnumerable<string> Symbols => new[] { Parameter, Symbol, Symbol2 }.OfType<string>();
}
