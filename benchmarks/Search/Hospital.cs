using System.Globalization;
using System.Text;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Search.Benchmarks;

/// <summary>
/// Invented resources: an organization for each 100 patients, a patient for each 19 observations of 200 codes in the
/// days of fifteen years. The numbers alone decide what a resource holds.
/// </summary>
internal static class Hospital
{
    public const int Codes = 200;
    public const int Days = 5475;
    private const int PerPatient = 20;
    private const int PatientsPerOrganization = 100;
    private static readonly DateOnly FirstDay = new(2010, 1, 1);

    public static int Patients(int resources) => Math.Max(1, resources / PerPatient);

    public static async IAsyncEnumerable<StoreWrite> MakeAsync(int resources)
    {
        await Task.CompletedTask;
        var patients = Patients(resources);
        for (var i = 0; i <= patients / PatientsPerOrganization; i++)
        {
            yield return Write("Organization", $"org-{i}", $$"""{"resourceType":"Organization","name":"Hospital {{i}}"}""");
        }

        for (var i = 0; i < patients; i++)
        {
            yield return Write("Patient", $"p{i}", Patient(i));
        }

        for (var i = 0; i < resources - patients; i++)
        {
            yield return Write("Observation", $"o{i}", Observation(i, patients));
        }
    }

    public static string Code(int number) => string.Create(CultureInfo.InvariantCulture, $"{1000 + (number % Codes)}-{number % 10}");

    /// <summary>Day of a number from 0.</summary>
    public static string Day(int number) => FirstDay.AddDays(number % Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Patient(int i) => $$"""
        {"resourceType":"Patient","active":true,"identifier":[{"system":"urn:hospital:mrn","value":"M{{i}}"}],"gender":"{{(i % 2 == 0 ? "female" : "male")}}",
        "birthDate":"{{1930 + (i % 80)}}-{{1 + (i % 12):D2}}-{{1 + (i % 28):D2}}","name":[{"family":"Family{{i % 2000}}","given":["Given{{i % 300}}"]}],
        "managingOrganization":{"reference":"Organization/org-{{i / PatientsPerOrganization}}"}
        }
        """;

    private static string Observation(int i, int patients) => $$"""
        {"resourceType":"Observation","identifier":[{"system":"urn:hospital:lab","value":"L{{i}}"}],"status":"{{(i % 50 == 0 ? "amended" : "final")}}",
        "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],
        "code":{"coding":[{"system":"http://loinc.org","code":"{{Code(i * 7)}}"}]},"subject":{"reference":"Patient/p{{i % patients}}"},
        "effectiveDateTime":"{{Day(i * 31)}}T08:30:00+01:00",
        "valueQuantity":{"value":{{(5 + (i % 97 * 0.1)).ToString("F1", CultureInfo.InvariantCulture)}},"unit":"g/dL","system":"http://unitsofmeasure.org","code":"g/dL"}
        }
        """;

    private static StoreWrite Write(string type, string id, string json)
        => new(StoreMethod.Update, type, id, Resource.Parse(Encoding.UTF8.GetBytes(json)));
}
