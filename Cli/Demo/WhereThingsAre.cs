using System.Globalization;
using GenoMed.Fhir.Manager.Comparisons;

namespace GenoMed.Fhir.Cli.Demo;

/// <summary>What the demo leaves behind and how to look further.</summary>
internal static class WhereThingsAre
{
    public static void Write(DemoOptions options, ComparisonResult result)
    {
        var manager = Path.Combine(options.Out, "manager");
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Done in {result.Seconds:0.0} s; all processes are stopped."));
        Console.WriteLine($"  experiment  {options.Model}, {options.Strategy}, {options.Scenario} case, {options.Nodes} nodes");
        Console.WriteLine($"  model       {result.Model}");
        Console.WriteLine($"  weights     sha256 {result.WeightsSha256}");
        Console.WriteLine($"  the run     genomed runs show {result.Run} --data {manager}");
        Console.WriteLine($"  all runs    genomed runs --data {manager}");
        Console.WriteLine($"  a node      genomed node --port 8080 --data {Path.Combine(options.Out, $"seed-{options.Seed}", "nodes", result.Patients[0].Name)} --open");
        Console.WriteLine("  next        docs/http.md has the same round in curl; genomed demo --help the options");
        Console.WriteLine("  'genomed' is this program: dotnet run -c Release --project Cli --");
    }
}
