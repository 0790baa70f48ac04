namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>A node may have another version of the dictionary than the plan; what the encoding rests on must agree.</summary>
internal static class SchemaCheck
{
    public static void Same(Feature planned, Feature held)
    {
        if (planned.Type != held.Type || planned.Width != held.Width || planned.Ordered != held.Ordered
            || planned.Unit != held.Unit || !planned.Categories.SequenceEqual(held.Categories))
        {
            throw new ArgumentException($"The plan's '{planned.Name}' is {Describe(planned)}, the table's is {Describe(held)}.");
        }
    }

    private static string Describe(Feature feature) =>
        $"{feature.Type} [{feature.Width}] unit '{feature.Unit}' categories [{string.Join(", ", feature.Categories)}]{(feature.Ordered ? " ordered" : "")}";
}
