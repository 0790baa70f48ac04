using System.Security.Cryptography;
using System.Text;
using GenoMed.Fhir.Cli.Etl;
using GenoMed.Fhir.Cli.Federations;
using GenoMed.Fhir.Cli.Output;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Manager.Loading;

namespace GenoMed.Fhir.Cli.Demo;

/// <summary>One hospital file and the node that it is loaded to.</summary>
/// <param name="Node">The node.</param>
/// <param name="File">The CSV.</param>
/// <param name="Cohort">Id of the Group that its patients form, or null for none.</param>
/// <param name="Patients">Rows.</param>
internal sealed record DemoLoad(string Node, string File, string? Cohort, int Patients)
{
    /// <summary>Writes the CSVs of a split.</summary>
    public static IReadOnlyList<DemoLoad> WriteFiles(FederationFolder folder, CohortSplit split)
    {
        DemoLoad Write(string node, string? cohort, Cohort rows)
        {
            var file = folder.Csv(cohort ?? node);
            CohortFile.Write(file, rows);
            return new DemoLoad(node, file, cohort, rows.Rows.Count);
        }

        var hospitals = split.Nodes.Select((rows, i) => Write($"n{i + 1}", null, rows));
        return [.. hospitals, Write(FederationFile.Reference, "train", split.Pooled), Write(FederationFile.Reference, "test", split.Test)];
    }

    /// <summary>Writes one CSV a hospital.</summary>
    public static IReadOnlyList<DemoLoad> WriteHospitals(FederationFolder folder, IReadOnlyList<Cohort> hospitals)
        => [.. hospitals.Select((rows, i) =>
        {
            var file = folder.Csv($"n{i + 1}");
            CohortFile.Write(file, rows);
            return new DemoLoad($"n{i + 1}", file, null, rows.Rows.Count);
        })];

    /// <summary>Loads the file by the same code as <c>genomed etl run</c>.</summary>
    public async Task RunAsync(Guide guide, DemoOptions options, EtlTarget target, IBars bars, CancellationToken cancellationToken)
    {
        var bar = bars.Start($"load {Node}{(Cohort is null ? "" : $" ({Cohort})")}", Patients);
        var etl = new EtlOptions { PseudonymKey = Key(options.Seed), Cohort = Cohort };
        var progress = new LoadProgress(bar);
        await target.LoadAsync(guide.Dictionary, etl, EtlSource.File(File), progress, cancellationToken);
    }

    // A hospital keeps a random key (genomed etl run --key); here the seed makes it, because rows are ordered by
    // pseudonym and the same seed has to give the same weights.
    private static byte[] Key(int seed) => SHA256.HashData(Encoding.UTF8.GetBytes($"genomed demo {seed}"));
}
