using GenoMed.Fhir.Operations.DatasetStatistics;
using GenoMed.Fhir.Operations.EvaluateModel;
using GenoMed.Fhir.Operations.Export;
using GenoMed.Fhir.Operations.ExtractDataset;
using GenoMed.Fhir.Operations.Import;
using GenoMed.Fhir.Operations.Purge;
using GenoMed.Fhir.Operations.QualityReport;
using GenoMed.Fhir.Operations.TrainRound;
using GenoMed.Fhir.Operations.ViewDefinitionRun;

namespace GenoMed.Fhir.Operations;

/// <summary>Every operation of a node, one line each.</summary>
internal static class OperationCatalog
{
    public static IReadOnlyList<Type> All { get; } =
    [
        typeof(ExtractDatasetOperation),
        typeof(QualityReportOperation),
        typeof(DatasetStatisticsOperation),
        typeof(TrainRoundOperation),
        typeof(EvaluateModelOperation),
        typeof(ViewDefinitionRunOperation),
        typeof(SystemExportOperation),
        typeof(PatientExportOperation),
        typeof(GroupExportOperation),
        typeof(ImportOperation),
        typeof(PurgeOperation),
    ];
}
