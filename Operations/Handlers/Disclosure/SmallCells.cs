namespace GenoMed.Fhir.Operations.Disclosure;

/// <summary>The rule of the minimum cell: a count from 1 to k - 1 is not told; 0 rests on nobody and is.</summary>
internal static class SmallCells
{
    public static bool IsSmall(int count, int minimumPatients) => count > 0 && count < minimumPatients;

    /// <summary>The count, or null when it is a small cell.</summary>
    public static int? Suppress(int count, int minimumPatients) => IsSmall(count, minimumPatients) ? null : count;
}
