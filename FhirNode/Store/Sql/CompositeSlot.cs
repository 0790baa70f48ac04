namespace GenoMed.Fhir.Store.Sql;

/// <summary>The columns of <c>composite_index</c> that hold one part.</summary>
/// <param name="Text">Code, target or folded string.</param>
/// <param name="Symbol">System or type.</param>
/// <param name="Low">Least value.</param>
/// <param name="High">Greatest value.</param>
internal sealed record CompositeSlot(string Text, string Symbol, string Low, string High)
{
    public const string SecondText = "text2";
    public const string SecondLow = "low2";
}
