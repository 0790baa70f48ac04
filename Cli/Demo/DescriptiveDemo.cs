using GenoMed.Fhir.Cli.Federations;
using GenoMed.Fhir.Cli.Output;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Manager.Descriptions;
using GenoMed.Fhir.Manager.Loading;
using GenoMed.Fhir.Manager.Nodes;

namespace GenoMed.Fhir.Cli.Demo;

/// <summary>The demo of a guide without an outcome (sickle cell disease): hospitals load their patients, and the manager describes all of them without seeing one.</summary>
internal sealed class DescriptiveDemo(DemoOptions options, TimeProvider time)
{
    private readonly FederationFolder _folder = new(Path.Combine(options.Out, $"seed-{options.Seed}"));
    private readonly Guide _guide = GuideCatalog.Default.Find(options.Guide);

    public async Task<DescriptionResult> RunAsync(Func<int, Cohort> cohort, CancellationToken cancellationToken)
    {
        DemoFolder.Renew(_folder.Root);
        var loads = DemoLoad.WriteHospitals(_folder, new SiteMix(CohortSplit.Shares(options.Nodes)).Deal(cohort(options.Seed), options.Seed));
        ClientRegistration.Write(_folder, loads.Select(load => load.Node));
        await using var nodes = await NodeFleet.StartAsync(loads.Select(load => load.Node), _folder, cancellationToken);
        return await Progressing.RunAsync(async bars =>
        {
            bars.Say($"{options.Guide}, seed {options.Seed}: {string.Join(" / ", loads.Select(load => load.Patients))} patients in {loads.Count} hospitals; the guide has no outcome, so they are described.");
            nodes.Tell(bars);
            await Task.WhenAll(loads.Select(load => LoadAsync(load, nodes, bars, cancellationToken)));
            using var directory = new NodeDirectory(
                nodes.Urls.Select(node => new NodeEndpoint(node.Key, node.Value)), ClientRegistration.Identity(_folder, ClientRegistration.Manager), new NodeClientOptions(), time);
            return await new FederatedDescription(_guide, directory).RunAsync(cancellationToken);
        });
    }

    private async Task LoadAsync(DemoLoad load, NodeFleet nodes, IBars bars, CancellationToken cancellationToken)
    {
        using var target = new EtlTarget(new NodeEndpoint(load.Node, nodes[load.Node].Url), ClientRegistration.Identity(_folder, ClientRegistration.Integrator), time);
        await load.RunAsync(_guide, options, target, bars, cancellationToken);
    }
}
