using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>Hands the columns of <c>composite_index</c> out, in the order of the parts, as the indexer fills them.</summary>
internal sealed class CompositeSlots
{
    private int _texts;
    private int _ranges;

    public CompositeSlot Next(SearchKind kind)
    {
        var text = kind is SearchKind.Date ? 0 : ++_texts;
        var range = kind is SearchKind.Date or SearchKind.Quantity ? ++_ranges : 0;
        return new CompositeSlot(Column("text", text), Column("symbol", text), Column("low", range), Column("high", range));
    }

    private static string Column(string name, int number) => number == 2 ? name + "2" : name;
}
