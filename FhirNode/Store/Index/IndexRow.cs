using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index;

/// <summary>One value of a search parameter in one resource; which fields count depends on the kind.</summary>
/// <param name="Kind">Token, String, Reference, Date, Number, Quantity or Uri: the table.</param>
/// <param name="Parameter">Type and code, as <c>Patient.birthdate</c>.</param>
/// <param name="Text">Token and quantity: code, folded for tokens. String: folded. Reference: target id or URL. Uri: value.</param>
/// <param name="Symbol">Token and quantity: system. Reference: target type. Null for none.</param>
/// <param name="Exact">String: the value as written, or empty when it is the same as the folded one.</param>
/// <param name="Low">Date: first tick (100 ns, UTC) of the range.</param>
/// <param name="High">Date: first tick after it.</param>
/// <param name="LowNumber">Number and quantity: least value.</param>
/// <param name="HighNumber">Number and quantity: greatest value.</param>
internal readonly record struct IndexRow(
    SearchKind Kind,
    string Parameter,
    string Text = "",
    string? Symbol = null,
    string Exact = "",
    long Low = 0,
    long High = 0,
    double LowNumber = 0,
    double HighNumber = 0);
