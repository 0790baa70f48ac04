namespace GenoMed.Fhir.R5.Profiles;

/// <summary><c>ElementDefinition.slicing</c>.</summary>
/// <param name="Discriminators">What tells slices apart; all of them must match.</param>
/// <param name="Rules">open, closed or openAtEnd.</param>
/// <param name="IsOrdered">Whether slices come in the profile's order.</param>
internal sealed record Slicing(IReadOnlyList<Discriminator> Discriminators, string Rules, bool IsOrdered)
{
    /// <summary>Extensions are always sliced by their URL (R5 profiling.html#slicing).</summary>
    public static Slicing ByUrl { get; } = new([new Discriminator("value", "url")], "open", IsOrdered: false);

    /// <summary>A choice whose types are named, without more words, is sliced by type.</summary>
    public static Slicing ByType { get; } = new([new Discriminator("type", "$this")], "open", IsOrdered: false);
}
