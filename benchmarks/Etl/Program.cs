using System.Globalization;
using GenoMed.Fhir.Etl.Benchmarks;
using GenoMed.Fhir.Guides;

// A guide's invented cohort from CSV to stored FHIR resources, and from them to the feature table.
// Arguments: number of patients (default 4427, the paper's MDS cohort), guide (default mds); or
//   check ROWS     the checking pass over a file of that many rows, and how much memory it took.
if (args is ["check", var rows])
{
    await CheckRun.RunAsync(GuideCatalog.Default.Find("mds"), int.Parse(rows, CultureInfo.InvariantCulture), TimeProvider.System);
    return;
}

var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 4427;
await LoadRun.RunAsync(GuideCatalog.Default.Find(args.Length > 1 ? args[1] : "mds"), count, TimeProvider.System);
