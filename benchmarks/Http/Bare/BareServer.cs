using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GenoMed.Fhir.Http.Benchmarks.Bare;

/// <summary>
/// What HTTP alone costs: Kestrel, which reads the body and answers a constant one. It runs as a process of its own, as the node does.
/// </summary>
internal static class BareServer
{
    public const string Command = "bare-server";

    /// <summary>Runs until its standard input is closed.</summary>
    /// <param name="bytes">Length of the answer.</param>
    public static async Task RunAsync(int bytes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var app = builder.Build();
        var body = new byte[bytes];
        body.AsSpan().Fill((byte)' ');
        app.Run(http => AnswerAsync(http, body));
        await app.StartAsync();
        await Console.Out.WriteLineAsync(app.Urls.First());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private static async Task AnswerAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        if (HttpMethods.IsPost(http.Request.Method))
        {
            await http.Request.Body.CopyToAsync(Stream.Null);
            http.Response.StatusCode = StatusCodes.Status201Created;
        }

        http.Response.ContentType = "application/fhir+json; charset=utf-8";
        http.Response.ContentLength = body.Length;
        await http.Response.BodyWriter.WriteAsync(body);
    }
}
