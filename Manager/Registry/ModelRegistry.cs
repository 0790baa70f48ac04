using System.Globalization;
using System.Text.Json;
using GenoMed.Fhir.Manager.Experiments;
using GenoMed.Fhir.Manager.Experiments.Storage;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Manager.Registry;

/// <summary>The manager's models: a folder each, named by what the weights are, and a row in the database.</summary>
/// <param name="root">The folder of all models.</param>
/// <param name="runs">The manager's database.</param>
/// <param name="time">Dates the cards; the weights carry no time.</param>
public sealed class ModelRegistry(string root, RunStore runs, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes the model of a run with all evaluations that the run has by now.</summary>
    /// <param name="name">For people; part of the folder's name: letters, digits, '-', '_', '.'.</param>
    /// <param name="runId">The run whose last weights are taken.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <param name="lineage">Weights hashes of the models before it, newest first.</param>
    public async Task<RegisteredModel> SaveAsync(string name, string runId, CancellationToken cancellationToken, IReadOnlyList<string>? lineage = null)
    {
        RequireName(name);
        var run = await new RunsQuery(runs).ShowAsync(runId, cancellationToken);
        var model = new RegisteredModel(Path.Combine(root, $"{name}-{run.WeightsSha256[..12]}"), Card(name, run, lineage ?? []));
        Directory.CreateDirectory(model.Folder);
        await WriteAsync(model.WeightsFile, run.Weights, cancellationToken);
        await WriteAsync(model.CardFile, JsonSerializer.SerializeToUtf8Bytes(model.Card, Json), cancellationToken);
        await runs.AddModelAsync(model, cancellationToken);
        return model;
    }

    /// <summary>The model in a folder.</summary>
    /// <exception cref="OperationProblem">NotFound: no card there; Unprocessable: a newer format, or weights that are not those of the card.</exception>
    public static async Task<RegisteredModel> LoadAsync(string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "card.json");
        if (!File.Exists(file))
        {
            throw OperationProblem.NotFound($"'{folder}' has no card.json.");
        }

        var model = new RegisteredModel(folder, Read(file, await File.ReadAllBytesAsync(file, cancellationToken)));
        if (!File.Exists(model.WeightsFile))
        {
            throw OperationProblem.NotFound($"'{folder}' has no {Path.GetFileName(model.WeightsFile)}.");
        }

        await CheckAsync(model, cancellationToken);
        return model;
    }

    private static ModelCard Read(string file, byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<ModelCard>(json, Json) ?? throw OperationProblem.Unprocessable($"'{file}' is null.");
        }
        catch (JsonException e)
        {
            throw OperationProblem.Unprocessable($"'{file}' is no card of a model: {e.Message}");
        }
    }

    private static async Task CheckAsync(RegisteredModel model, CancellationToken cancellationToken)
    {
        if (model.Card.Format > ModelCard.FormatVersion)
        {
            throw OperationProblem.Unprocessable($"'{model.CardFile}' has format {model.Card.Format}; this build reads up to {ModelCard.FormatVersion}.");
        }

        if (WeightsHash.Of(await File.ReadAllBytesAsync(model.WeightsFile, cancellationToken)) != model.Card.WeightsSha256)
        {
            throw OperationProblem.Unprocessable($"'{model.WeightsFile}' is not the file that its card describes (SHA-256 differs).");
        }
    }

    private ModelCard Card(string name, RunDetail run, IReadOnlyList<string> lineage) => new()
    {
        Name = name,
        Model = run.Plan.Model.Model,
        WeightsSha256 = run.WeightsSha256,
        PlanHash = run.PlanHash,
        Plan = run.Plan.ToJson(),
        RunId = run.Summary.Id,
        Lineage = lineage,
        Nodes = run.Datasets,
        Patients = Patients(run),
        Rounds = run.Summary.Round,
        Seed = run.Plan.Model.Seed,
        Metrics = run.Evaluations,
        Created = time.GetUtcNow(),
    };

    private static Dictionary<string, int> Patients(RunDetail run) => run.Rounds
        .SelectMany(round => round.Nodes)
        .Where(node => node.NumExamples is not null)
        .GroupBy(node => node.Node)
        .ToDictionary(rounds => rounds.Key, rounds => rounds.Last().NumExamples!.Value);

    private static void RequireName(string name)
    {
        if (name.Length == 0 || name.StartsWith('.') || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'))
        {
            throw OperationProblem.Invalid(string.Create(CultureInfo.InvariantCulture, $"'{name}' is no name for a model: letters, digits, '-', '_' and '.' only."));
        }
    }

    /// <summary>A reader sees the old file or the new one, never half.</summary>
    private static async Task WriteAsync(string file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await File.WriteAllBytesAsync($"{file}.new", bytes, cancellationToken);
        File.Move($"{file}.new", file, overwrite: true);
    }
}
