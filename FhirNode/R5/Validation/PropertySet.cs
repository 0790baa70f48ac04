using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.R5.Validation;

/// <summary>Which properties of one JSON object have been met: a bit for each, on the walk's stack.</summary>
/// <param name="bits">At least <see cref="WordsFor"/> words, zero.</param>
/// <param name="count">Number of properties of the table.</param>
internal readonly ref struct PropertySet(Span<ulong> bits, int count)
{
    private const int WordBits = 64;

    private readonly Span<ulong> _bits = bits;

    // Values, their companions (_name), arrays with a null in them; then resourceType and whether there is any null.
    public static int WordsFor(ElementTable table) => ((table.Properties.Count * 3) + 1 + WordBits) / WordBits;

    public bool AnyNull => Get((3 * count) + 1);

    public bool HasValue(PropertyDefinition property) => Get(property.Index);

    public bool HasCompanion(PropertyDefinition property) => Get(count + property.Index);

    public bool HasNull(PropertyDefinition property) => Get((2 * count) + property.Index);

    /// <summary>False where it was there before.</summary>
    public bool AddValue(PropertyDefinition property) => Add(property.Index);

    public bool AddCompanion(PropertyDefinition property) => Add(count + property.Index);

    public void AddNull(PropertyDefinition property)
    {
        Add((2 * count) + property.Index);
        Add((3 * count) + 1);
    }

    public bool AddResourceType() => Add(3 * count);

    /// <summary>Whether the element is there, in whichever of its types.</summary>
    public bool HasElement(PropertyDefinition first)
    {
        for (var index = first.First; index < first.First + first.Element.Types.Count; index++)
        {
            if (Get(index) || Get(count + index))
            {
                return true;
            }
        }

        return false;
    }

    private bool Get(int index) => (_bits[index / WordBits] & (1UL << (index % WordBits))) != 0;

    private bool Add(int index)
    {
        var isNew = !Get(index);
        _bits[index / WordBits] |= 1UL << (index % WordBits);
        return isNew;
    }
}
