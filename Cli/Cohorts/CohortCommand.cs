using System.CommandLine;
using System.Globalization;
using GenoMed.Fhir.Guides;

namespace GenoMed.Fhir.Cli.Cohorts;

/// <summary><c>genomed cohort</c>: invents patients by a guide's recipe.</summary>
internal static class CohortCommand
{
    private static readonly Option<string> Guide = new("--guide") { Description = "The disease's guide", DefaultValueFactory = _ => "mds" };
    private static readonly Option<int> N = new("--n") { Description = "How many patients", DefaultValueFactory = _ => 1000 };
    private static readonly Option<int> Seed = new("--seed") { Description = "The same seed gives the same patients", DefaultValueFactory = _ => 1 };
    private static readonly Option<string[]> With = new("--with") { Description = "Optional variables to draw as well, such as SLIDE (mds) or PET (mm)", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> SiteMix = new("--site-mix") { Description = "Shares of sites, as 60,30,10; one file a site. Default: one file" };
    private static readonly Option<string?> ShiftBy = new("--shift-by") { Description = "The column whose low values go rather to the first site and whose high ones to the last" };
    private static readonly Option<double> Shift = new("--shift") { Description = "How strongly, 0 or more; 1 is strong", DefaultValueFactory = _ => 1 };
    private static readonly Option<double> Missing = new("--missing") { Description = "The share of optional inputs that each site lacks altogether, another set each (the paper's worst case: 0.2)" };
    private static readonly Option<bool> Fhir = new("--fhir") { Description = "Also write the patients as transaction Bundles, one a line (NDJSON)" };
    private static readonly Option<string> Out = new("--out") { Description = "The folder to write to", Required = true };

    public static Command Create()
    {
        var command = new Command("cohort", """
            Invents patients by a guide's recipe: published frequencies, co-mutation and hazards, censoring.
            Example: genomed cohort --guide mds --n 4427 --seed 1 --out cohort
            Example: genomed cohort --guide aml --n 1500 --site-mix 60,30,10 --shift-by AGE --missing 0.2 --out sites
            """)
        {
            Guide, N, Seed, With, SiteMix, ShiftBy, Shift, Missing, Fhir, Out,
        };
        command.SetAction(CommandLine.Guard((parsed, cancellationToken) => CohortRun.RunAsync(Request(parsed), cancellationToken)));
        return command;
    }

    private static CohortRequest Request(ParseResult parsed)
    {
        var request = new CohortRequest(
            GuideCatalog.Default.Find(parsed.GetValue(Guide)!),
            parsed.GetValue(N),
            parsed.GetValue(Seed),
            parsed.GetValue(With) ?? [],
            Shares(parsed.GetValue(SiteMix)),
            parsed.GetValue(ShiftBy),
            parsed.GetValue(Shift),
            parsed.GetValue(Missing),
            parsed.GetValue(Fhir),
            parsed.GetValue(Out)!);
        return request switch
        {
            { N: < 1 or > 10_000_000 } => throw new UsageException("--n is 1 to 10000000."),
            { Missing: < 0 or > 1 } => throw new UsageException("--missing is a share, 0 to 1."),
            { Shift: < 0 } => throw new UsageException("--shift is 0 or more."),
            _ => request,
        };
    }

    private static double[] Shares(string? text)
    {
        var shares = text?.Split(',').Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) ? share : -1).ToArray() ?? [1];
        return shares.All(share => share > 0) ? shares : throw new UsageException($"--site-mix is positive shares, as 60,30,10, not '{text}'.");
    }
}
