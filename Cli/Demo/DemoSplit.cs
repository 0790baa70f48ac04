using GenoMed.Fhir.Cli.Federations;
using GenoMed.Fhir.Cli.Managers;
using GenoMed.Fhir.Cli.Output;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Manager.Comparisons;
using GenoMed.Fhir.Manager.Loading;
using GenoMed.Fhir.Manager.Nodes;

namespace GenoMed.Fhir.Cli.Demo;

/// <summary>One split: CSVs, nodes, loading, training, evaluation; every process is stopped at the end.</summary>
internal sealed class DemoSplit(DemoOptions options, TimeProvider time)
{
    private readonly FederationFolder _folder = new(Path.Combine(options.Out, $"seed-{options.Seed}"));

    /// <param name="cohort">From the seed to the patients.</param>
    /// <param name="resultOf">The result of the event that has it, else null.</param>
    /// <param name="cancellationToken">Stops all processes.</param>
    /// <returns>The manager's result, and the seconds of the whole split.</returns>
    public async Task<(T Result, double Seconds)> RunAsync<T>(Func<int, Cohort> cohort, Func<ComparisonEvent, T?> resultOf, CancellationToken cancellationToken)
        where T : class
    {
        var started = time.GetTimestamp();
        DemoFolder.Renew(_folder.Root);
        var loads = DemoLoad.WriteFiles(_folder, Split(cohort(options.Seed)));
        var names = loads.Select(load => load.Node).Distinct().ToList();
        ClientRegistration.Write(_folder, names);

        await using var nodes = await NodeFleet.StartAsync(names, _folder, cancellationToken);
        var result = await Progressing.RunAsync(async bars =>
        {
            bars.Say(Introduction(loads));
            nodes.Tell(bars);
            await LoadAsync(loads, nodes, bars, cancellationToken);
            await WriteFederationAsync(nodes, cancellationToken);
            return await ManagerProcess.RunAsync(_folder.Federation, Path.Combine(options.Out, "manager"), new ComparisonView(bars).Report, resultOf, cancellationToken);
        });
        return (result, time.GetElapsedTime(started).TotalSeconds);
    }

    private string Introduction(IReadOnlyList<DemoLoad> loads)
    {
        var hospitals = string.Join(" / ", loads.Where(load => load.Cohort is null).Select(load => load.Patients));
        var source = options.Data is { } file ? $"the patients of {Path.GetFileName(file)}" : "patients invented by the guide's recipe";
        return $"""
            {options.Guide}, seed {options.Seed}: {source}; {loads[^1].Patients} held out as test set, {hospitals} to {options.Nodes} hospitals.
            Model {options.Model}, strategy {options.Strategy}, {options.Scenario} case: {Scenario()}.
            One FHIR node for each hospital; 'reference' stands outside the federation (test patients, pooled rows).
            """;
    }

    private string Scenario() => options.Scenario == DemoOptions.WorstCase
        ? "every hospital lacks another fifth of the optional features"
        : "every hospital has every feature";

    private CohortSplit Split(Cohort cohort)
    {
        var split = CohortSplit.Of(cohort, CohortSplit.Shares(options.Nodes), options.Seed);
        return options.Scenario == DemoOptions.WorstCase ? WorstCase.Apply(split, GuideCatalog.Default.Find(options.Guide).Dictionary, options.Seed) : split;
    }

    private async Task LoadAsync(IReadOnlyList<DemoLoad> loads, NodeFleet nodes, IBars bars, CancellationToken cancellationToken)
    {
        var guide = GuideCatalog.Default.Find(options.Guide);
        var jobs = loads.GroupBy(load => load.Node).Select(async group =>
        {
            using var target = new EtlTarget(new NodeEndpoint(group.Key, nodes[group.Key].Url), ClientRegistration.Identity(_folder, ClientRegistration.Integrator), time);
            foreach (var load in group)
            {
                await load.RunAsync(guide, options, target, bars, cancellationToken);
            }
        });
        await Task.WhenAll(jobs);
    }

    private Task WriteFederationAsync(NodeFleet nodes, CancellationToken cancellationToken)
    {
        var comparison = FederationFile.Options(_folder, nodes.Urls, options.Guide) with
        {
            Name = "demo",
            Score = GuideCatalog.Default.Find(options.Guide).Dictionary.Head.Analysis?.Score,
            Model = options.Model,
            With = options.With,
            Strategy = options.Strategy,
            Rounds = options.Rounds,
            MinimumNodes = options.MinimumNodes,
            RoundDeadlineSeconds = options.RoundDeadline,
            Seed = options.Seed,
        };
        return File.WriteAllTextAsync(_folder.Federation, comparison.ToJson(), cancellationToken);
    }
}
