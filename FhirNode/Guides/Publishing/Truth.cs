namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>When an expression's value counts as true: neither false nor unknown.</summary>
internal static class Truth
{
    public static bool Holds(double value) => value is not (0 or double.NaN);
}
