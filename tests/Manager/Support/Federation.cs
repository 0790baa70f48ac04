using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.Node;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.ExtractDataset;
using Microsoft.AspNetCore.Builder;

namespace GenoMed.Fhir.Manager.Tests.Support;

/// <summary>Three real nodes in this process, each with its own invented patients, loaded and extracted over HTTP under SMART identities.</summary>
public sealed class Federation : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("genomed-manager-").FullName;
    private readonly ClientKey _key = ClientKey.Create();
    private readonly List<WebApplication> _apps = [];
    private NodeDirectory? _directory;

    public Guide Guide { get; } = Guide.Load(Path.Combine(Repository.Root, "ImplementationGuides", "mds"));

    public IReadOnlyList<RemoteNode> Nodes { get; private set; } = [];

    public string File(string name) => Path.Combine(_folder, name);

    public async ValueTask InitializeAsync()
    {
        var endpoints = new List<NodeEndpoint>();
        foreach (var name in new[] { "north", "south", "west" })
        {
            endpoints.Add(new NodeEndpoint(name, new Uri(await StartAsync(name))));
        }

        using var integrator = new NodeDirectory(endpoints, new ClientIdentity("integrator", _key, "system/*.cruds"), new NodeClientOptions(), TimeProvider.System);
        _directory = new NodeDirectory(endpoints, new ClientIdentity("manager", _key, "system/Operation.*"), new NodeClientOptions(), TimeProvider.System);
        var sizes = new Dictionary<string, int> { ["north"] = 80, ["south"] = 50, ["west"] = 40 };
        var nodes = new List<RemoteNode>();
        foreach (var client in _directory.All)
        {
            await LoadAsync(integrator[client.Node.Name], sizes[client.Node.Name]);
            var dataset = await client.InvokeAsync(ContractCatalog.ExtractDataset, new ExtractDatasetInput { Guide = "mds" }, CancellationToken.None);
            Assert.Equal(sizes[client.Node.Name], dataset.Rows);
            nodes.Add(new RemoteNode(client, dataset.Dataset));
        }

        Nodes = nodes;
    }

    public async ValueTask DisposeAsync()
    {
        _directory?.Dispose();
        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }

        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> StartAsync(string name)
    {
        var app = NodeHost.Build(new NodeOptions
        {
            Name = name,
            DataDirectory = Path.Combine(_folder, name),
            Clients =
            [
                new GenoMed.Fhir.Node.Options.NodeClient { ClientId = "integrator", Jwks = _key.PublicJwks, Scopes = "system/*.cruds" },
                new GenoMed.Fhir.Node.Options.NodeClient { ClientId = "manager", Jwks = _key.PublicJwks, Scopes = "system/Operation.*" },
            ],
        });
        await app.StartAsync();
        _apps.Add(app);
        return NodeHost.BaseUrl(app);
    }

    private async Task LoadAsync(GenoMed.Fhir.Manager.Nodes.NodeClient client, int patients)
    {
        var file = File($"{client.Node.Name}.csv");
        CohortFile.Write(file, Guide.Cohorts(seed: patients).Generate(patients));
        await foreach (var bundle in new EtlRunner(Guide.Dictionary, new EtlOptions()).BundlesAsync(EtlSource.File(file), CancellationToken.None))
        {
            await client.TransactionAsync(bundle, CancellationToken.None);
        }
    }
}
