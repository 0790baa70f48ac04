using GenoMed.Fhir.Guides.Expressions;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>Remembers which places of a row an expression reads, in the order in which it names them.</summary>
internal sealed class ReadSymbols(ISymbols inner) : ISymbols
{
    private readonly List<int> _slots = [];

    public IEnumerable<int> Slots => _slots.Distinct();

    public int? Slot(string variable)
    {
        var slot = inner.Slot(variable);
        if (slot is { } known)
        {
            _slots.Add(known);
        }

        return slot;
    }

    public double? Category(string variable, string code) => inner.Category(variable, code);
}
