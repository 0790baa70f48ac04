using System.Net;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Logging;
using GenoMed.Fhir.Node.Options;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace GenoMed.Fhir.Node;

/// <summary>Runs a node in this process.</summary>
public static partial class NodeHost
{
    /// <summary>Runs until cancelled. Prints the base URL, alone on a line, once requests are answered.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Options that make no sense or would be unsafe.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task RunAsync(NodeOptions options, CancellationToken cancellationToken)
    {
        await using var app = Build(options);
        await app.StartAsync(cancellationToken);
        LogStarted(app.Logger, options.Name, BaseUrl(app), options.Open ? "answers without tokens" : $"knows {options.Clients.Count} clients", options.MinimumPatients);
        await Console.Out.WriteLineAsync(BaseUrl(app));
        await app.WaitForShutdownAsync(cancellationToken);
        LogStopped(app.Logger, options.Name);
    }

    /// <summary>A node that is not started yet. <paramref name="configure"/> may add or replace services (tests add operations).</summary>
    public static WebApplication Build(NodeOptions options, Action<IServiceCollection>? configure = null)
    {
        // Without it the host watches the working directory for its settings, and with it all that a store below writes.
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Services.AddFhirNode(options);
        configure?.Invoke(builder.Services);
        builder.Services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning)
            // It makes an Activity and a scope for each request when anything listens; failures are logged by ProblemMiddleware.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Logging.Services.AddSingleton<ILoggerProvider>(provider
            => new FileLoggerProvider(Path.Combine(options.DataDirectory, "node.log"), provider.GetRequiredService<TimeProvider>()));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.Limits.MaxBodyBytes;
            kestrel.Listen(IPAddress.Parse(options.Address), options.Port);
        });
        var app = builder.Build();
        app.MapFhirNode();
        return app;
    }

    /// <summary>The base URL of a started node, such as <c>http://127.0.0.1:8080/fhir</c>.</summary>
    public static string BaseUrl(WebApplication app) => app.Services.GetRequiredService<NodeAddress>().BaseUrl;

    [LoggerMessage(40, LogLevel.Information, "Node {Name} answers at {Url}, {Access}, minimum of {MinimumPatients} patients")]
    private static partial void LogStarted(ILogger logger, string name, string url, string access, int minimumPatients);

    [LoggerMessage(41, LogLevel.Information, "Node {Name} has stopped")]
    private static partial void LogStopped(ILogger logger, string name);
}
