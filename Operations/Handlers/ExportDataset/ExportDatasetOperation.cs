using System.IO.Compression;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Export;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Datasets;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.ExportDataset;

/// <summary><c>$export-dataset</c>: a registered dataset as CSV with its dictionary, in a ZIP.</summary>
internal sealed class ExportDatasetOperation(DatasetRegistry datasets, GuideCatalog guides) : IOperation
{
    public OperationContract Contract => ContractCatalog.ExportDataset.Operation;

    public async Task<OperationResult> RunAsync(Resource parameters, OperationContext context)
    {
        var input = ContractCatalog.ExportDataset.ReadInput(parameters);
        var dataset = await datasets.GetAsync(input.Dataset, context.CancellationToken);
        var guide = ExportDatasetValidator.Guide(dataset, guides);
        return new OperationFile("application/zip", (stream, cancellationToken) => WriteAsync(stream, dataset, guide, cancellationToken));
    }

    /// <summary>The archive is made first, in a folder that only this user may read: a ZIP's directory stands at its end.</summary>
    private static async Task WriteAsync(Stream stream, Dataset dataset, Guide guide, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("genomed-export-").FullName;
        try
        {
            var (files, archive) = (Directory.CreateDirectory(Path.Combine(folder, "files")).FullName, Path.Combine(folder, "dataset.zip"));
            DatasetCsv.WriteRows(Path.Combine(files, "data.csv"), dataset.Table, guide.Dictionary, dataset.Texts);
            DatasetCsv.WriteDictionary(Path.Combine(files, "dictionary.csv"), dataset.Table, guide.Dictionary, dataset.Texts);
            await ZipFile.CreateFromDirectoryAsync(files, archive, cancellationToken);
            await using var file = File.OpenRead(archive);
            await file.CopyToAsync(stream, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
