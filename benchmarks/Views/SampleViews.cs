namespace GenoMed.Fhir.Views.Benchmarks;

/// <summary>Views of growing cost: plain columns, the guides' own view of Observations, a row for each component.</summary>
internal static class SampleViews
{
    public static IReadOnlyList<(string Name, string Json)> All { get; } =
    [
        ("four columns", """
            {"resourceType":"ViewDefinition","resource":"Observation","select":[{"column":[
             {"name":"id","path":"id"},{"name":"patient","path":"subject.getReferenceKey(Patient)"},
             {"name":"time","path":"effective.ofType(dateTime)"},{"name":"value","path":"value.ofType(Quantity).value","type":"decimal"}]}]}
            """),
        ("the guides' view `observation`", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ImplementationGuides", "_views", "observation.json"))),
        ("a row for each component", """
            {"resourceType":"ViewDefinition","resource":"Observation","select":[
             {"column":[{"name":"id","path":"id"}]},
             {"forEach":"component","column":[{"name":"code","path":"code.coding.first().code"},{"name":"value","path":"value.ofType(Quantity).value","type":"decimal"}]}]}
            """),
    ];
}
