using GenoMed.Fhir.Operations.DatasetStatistics;
using GenoMed.Fhir.Operations.EvaluateModel;
using GenoMed.Fhir.Operations.EvaluateSynthetic;
using GenoMed.Fhir.Operations.Everything;
using GenoMed.Fhir.Operations.Expand;
using GenoMed.Fhir.Operations.Export;
using GenoMed.Fhir.Operations.ExportDataset;
using GenoMed.Fhir.Operations.ExtractDataset;
using GenoMed.Fhir.Operations.GenerateSynthetic;
using GenoMed.Fhir.Operations.Import;
using GenoMed.Fhir.Operations.Lookup;
using GenoMed.Fhir.Operations.Purge;
using GenoMed.Fhir.Operations.QualityReport;
using GenoMed.Fhir.Operations.Release;
using GenoMed.Fhir.Operations.ResourceMeta;
using GenoMed.Fhir.Operations.Subsumes;
using GenoMed.Fhir.Operations.TrainRound;
using GenoMed.Fhir.Operations.Validate;
using GenoMed.Fhir.Operations.ValidateCode;
using GenoMed.Fhir.Operations.ViewDefinitionExport;
using GenoMed.Fhir.Operations.ViewDefinitionRun;

namespace GenoMed.Fhir.Operations;

/// <summary>Every operation of a node, one line each.</summary>
internal static class OperationCatalog
{
    public static IReadOnlyList<Type> All { get; } =
    [
        typeof(ExtractDatasetOperation),
        typeof(QualityReportOperation),
        typeof(ExportDatasetOperation),
        typeof(DatasetStatisticsOperation),
        typeof(TrainRoundOperation),
        typeof(EvaluateModelOperation),
        typeof(GenerateSyntheticOperation),
        typeof(ReleaseOperation),
        typeof(EvaluateSyntheticOperation),
        typeof(ViewDefinitionRunOperation),
        typeof(ViewDefinitionExportOperation),
        typeof(SystemExportOperation),
        typeof(PatientExportOperation),
        typeof(GroupExportOperation),
        typeof(ImportOperation),
        typeof(PurgeOperation),
        typeof(PatientEverythingOperation),
        typeof(GroupEverythingOperation),
        typeof(ResourceMetaOperation),
        typeof(ResourceMetaAddOperation),
        typeof(ResourceMetaDeleteOperation),
        typeof(ValidateOperation),
        typeof(LookupOperation),
        typeof(ValidateCodeOfSystemOperation),
        typeof(SubsumesOperation),
        typeof(ValidateCodeOfSetOperation),
        typeof(ExpandOperation),
    ];

    /// <summary>Those of a node in publication mode: read and export what is released, and <c>$import</c> that feeds it.</summary>
    public static IReadOnlyList<Type> Publication { get; } =
    [
        typeof(PatientEverythingOperation),
        typeof(GroupEverythingOperation),
        typeof(SystemExportOperation),
        typeof(PatientExportOperation),
        typeof(GroupExportOperation),
        typeof(ImportOperation),
    ];
}
