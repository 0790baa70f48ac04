using System.Security.Cryptography;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Manager.Registry;
using GenoMed.Fhir.Manager.Safe;
using GenoMed.Fhir.Manager.Synthesis;

namespace GenoMed.Fhir.Cli.Evaluation;

/// <summary>The synthetic rows that are evaluated: of a file, or drawn of a model.</summary>
/// <param name="Csv">As the guide's CSV.</param>
/// <param name="Subject">What they are called.</param>
/// <param name="Guide">The disease.</param>
internal sealed record SyntheticInput(byte[] Csv, SafeSubject Subject, Guide Guide)
{
    private const int Usual = 1000;

    /// <param name="request">Names a file or a model.</param>
    /// <param name="federation">The federation's guide; null where there is none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="UsageException">There is no such file, or the model is of another guide.</exception>
    public static Task<SyntheticInput> ReadAsync(EvaluateRequest request, string? federation, CancellationToken cancellationToken)
        => request.Synthetic is { } file ? OfFileAsync(request, file, request.Guide ?? federation!, cancellationToken) : OfModelAsync(request, federation, cancellationToken);

    private static async Task<SyntheticInput> OfFileAsync(EvaluateRequest request, string file, string guide, CancellationToken cancellationToken)
    {
        var found = GuideCatalog.Default.Find(guide);
        if (!File.Exists(file))
        {
            throw new UsageException($"There is no file {file}.");
        }

        var csv = await File.ReadAllBytesAsync(file, cancellationToken);
        return new SyntheticInput(csv, Named(found, Path.GetFileName(file), Convert.ToHexStringLower(SHA256.HashData(csv)), request.Library), found);
    }

    private static async Task<SyntheticInput> OfModelAsync(EvaluateRequest request, string? federation, CancellationToken cancellationToken)
    {
        var model = await ModelRegistry.LoadAsync(request.Model!, cancellationToken);
        var count = request.Count ?? (model.Card.Patients.Count > 0 ? model.Card.Patients.Values.Sum() : Usual);
        var terms = new PublicationTerms($"Synthetic patients of {model.Card.Name}", "CC-BY-NC-4.0", "Not published");
        var set = await new LocalSynthesis(GuideCatalog.Default, request.MinimumPatients).DrawAsync(model, new SyntheticRequest(count, request.Seed), terms, null, cancellationToken);
        return (request.Guide ?? federation) is { } guide && guide != set.Guide.Name
            ? throw new UsageException($"The model is of the guide '{set.Guide.Name}', not of '{guide}'.")
            : new SyntheticInput(set.Csv.ToArray(), Named(set.Guide, terms.Title, set.Sha256, request.To is null ? request.Library : request.Library ?? set.Id), set.Guide);
    }

    private static SafeSubject Named(Guide guide, string title, string sha256, string? library) => new()
    {
        Title = title, Guide = guide.Name, Version = guide.Dictionary.Head.Version, Sha256 = sha256, Library = library,
    };
}
