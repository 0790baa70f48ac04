using System.Net.Http.Headers;
using System.Text.Json;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Manager.Synthesis;

/// <summary>
/// Copies a released synthetic data set from the node that made it to a publication node: the patients by <c>$export</c> of
/// their Group, what describes them by reading it, all of it by <c>$import</c>. The Library is imported last and alone, when all
/// the rest is there: a set that readers find is whole. Doing it again changes nothing.
/// </summary>
/// <param name="from">The node that has it.</param>
/// <param name="to">The publication node.</param>
/// <param name="progress">Told what is under way.</param>
public sealed class SetPublication(NodeClient from, NodeClient to, IProgress<string>? progress)
{
    private const string Ndjson = "application/fhir+ndjson";

    /// <summary>Copies.</summary>
    /// <param name="id">Logical id of the Library.</param>
    /// <param name="cancellationToken">Cancels the jobs at the nodes as well.</param>
    /// <exception cref="OperationProblem">The set is not released, is not whole or was changed since, or the publication node refused a resource.</exception>
    /// <exception cref="NodeUnavailableException">A node is not there or failed.</exception>
    public async Task<PublishedSet> PublishAsync(string id, CancellationToken cancellationToken)
    {
        var library = await from.GetAsync($"Library/{id}", cancellationToken);
        var parts = SetParts.Of(library);
        var file = Path.GetTempFileName();
        try
        {
            var copy = new SetCopy(from, file, parts.Released);
            await copy.PatientsAsync(parts.Group, progress, cancellationToken);
            await copy.DescriptionAsync(parts, cancellationToken);
            if (copy.Patients != parts.PatientsOf(await from.GetAsync($"Group/{parts.Group}", cancellationToken)))
            {
                throw OperationProblem.Unprocessable($"Group/{parts.Group} has other patients than {from.Node.Name} exported: the set is not whole.");
            }

            await ImportAsync(() => File.OpenRead(file), cancellationToken);
            await ImportAsync(() => new MemoryStream(library.Json.ToArray()), cancellationToken);
            return new PublishedSet($"Library/{id}", parts.Sha256, copy.Patients, copy.Resources + 1);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private async Task ImportAsync(Func<Stream> open, CancellationToken cancellationToken)
    {
        var manifest = await to.BulkAsync(HttpMethod.Post, "$import", () => Content(open()), progress, cancellationToken);
        foreach (var file in manifest.Items("error"))
        {
            throw await RefusedAsync(new Uri(file.GetProperty("url").GetString()!), cancellationToken);
        }
    }

    private async Task<OperationProblem> RefusedAsync(Uri url, CancellationToken cancellationToken)
    {
        const int Told = 5;
        using var lines = new MemoryStream();
        await to.DownloadAsync(url, lines, cancellationToken);
        var issues = Lines(lines).SelectMany(line => line.Items("issue")).Select(issue => issue.Text("diagnostics") ?? "no reason given").ToArray();
        return new OperationProblem(ProblemKind.Unprocessable, [
            .. issues.Take(Told).Select(text => new OutcomeIssue(IssueSeverity.Error, IssueCode.BusinessRule, $"{to.Node.Name} refused {text}")),
            new OutcomeIssue(IssueSeverity.Error, IssueCode.BusinessRule, $"{issues.Length} issues in all; the Library was not published."),
        ]);
    }

    private static IEnumerable<JsonElement> Lines(MemoryStream ndjson)
    {
        ndjson.Position = 0;
        using var reader = new StreamReader(ndjson);
        while (reader.ReadLine() is { } line)
        {
            yield return JsonDocument.Parse(line).RootElement;
        }
    }

    private static StreamContent Content(Stream stream) => new(stream) { Headers = { ContentType = new MediaTypeHeaderValue(Ndjson) } };
}
