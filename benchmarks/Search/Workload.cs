using System.Globalization;

namespace GenoMed.Fhir.Search.Benchmarks;

/// <summary>A search that clients send, each time with other values.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Url">The request of a number; the second argument is how many patients there are.</param>
internal sealed record Workload(string Name, Func<int, int, string> Url)
{
    public static IReadOnlyList<Workload> All { get; } =
    [
        new("token, one match", (n, _) => Text($"Observation?identifier=urn:hospital:lab|L{n}")),
        new("token, a code", (n, _) => $"Observation?code=http://loinc.org|{Hospital.Code(n)}&_count=20"),
        new("date range, a day", (n, _) => $"Observation?date=ge{Hospital.Day(n)}&date=lt{Hospital.Day(n + 1)}&_count=20"),
        new("date range, a year", (n, _) => Text($"Observation?date=ge{2010 + (n % 14)}-03&date=lt{2011 + (n % 14)}-03&_count=20")),
        new("patient, code, newest first", (n, patients) => Text($"Observation?patient=Patient/p{n % patients}&code={Hospital.Code(n)}&_sort=-date&_count=20")),
        new("newest first", (n, _) => Text($"Observation?status=final&_sort=-date&_count={10 + (n % 10)}&_total=none")),
        new("chained", (n, patients) => Text($"Observation?patient.identifier=urn:hospital:mrn|M{n % patients}&_count=20")),
        new("chained, two steps", (n, patients) => Text($"Observation?patient.organization.name:exact=Hospital {n % (patients / 100 + 1)}&code=http://loinc.org|{Hospital.Code(n)}&_count=20")),
        new("_has", (n, _) => $"Patient?_has:Observation:patient:identifier=urn:hospital:lab|L{n}"),
        new("_include", (n, _) => $"Observation?code=http://loinc.org|{Hospital.Code(n)}&_include=Observation:patient&_count=20"),
        new("_revinclude", (n, patients) => Text($"Patient?identifier=urn:hospital:mrn|M{n % patients}&_revinclude=Observation:patient")),
    ];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
