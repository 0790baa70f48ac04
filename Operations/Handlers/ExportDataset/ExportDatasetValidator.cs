using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Operations.Datasets;

namespace GenoMed.Fhir.Operations.ExportDataset;

/// <summary>Refuses datasets whose guide this node no longer has.</summary>
internal static class ExportDatasetValidator
{
    /// <exception cref="R5.Outcomes.OperationProblem">Unprocessable: another version of the guide made the dataset.</exception>
    public static Guide Guide(Dataset dataset, GuideCatalog guides)
    {
        var schema = dataset.Table.Schema;
        return guides.Names.Contains(schema.Guide) && guides.Find(schema.Guide) is var guide && guide.Dictionary.Head.Version == schema.Version
            ? guide
            : throw ParameterProblem.Unprocessable("dataset", $"The dataset was made by {schema.Guide} {schema.Version}, which this node no longer has; extract it again.");
    }
}
