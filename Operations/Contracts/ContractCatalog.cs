using GenoMed.Fhir.Operations.Contracts.DatasetStatistics;
using GenoMed.Fhir.Operations.Contracts.EvaluateModel;
using GenoMed.Fhir.Operations.Contracts.EvaluateSynthetic;
using GenoMed.Fhir.Operations.Contracts.Export;
using GenoMed.Fhir.Operations.Contracts.ExportDataset;
using GenoMed.Fhir.Operations.Contracts.ExtractDataset;
using GenoMed.Fhir.Operations.Contracts.GenerateSynthetic;
using GenoMed.Fhir.Operations.Contracts.Import;
using GenoMed.Fhir.Operations.Contracts.QualityReport;
using GenoMed.Fhir.Operations.Contracts.Release;
using GenoMed.Fhir.Operations.Contracts.TrainRound;
using GenoMed.Fhir.Operations.Contracts.ViewDefinitionExport;
using GenoMed.Fhir.Operations.Contracts.ViewDefinitionRun;

namespace GenoMed.Fhir.Operations.Contracts;

/// <summary>Every operation's contract, one line each.</summary>
public static class ContractCatalog
{
    public static TypedContract<ExtractDatasetInput, ExtractDatasetOutput> ExtractDataset { get; } = new("extract-dataset");

    public static TypedContract<QualityReportInput, QualityReportOutput> QualityReport { get; } = new("quality-report");

    public static TypedContract<ExportDatasetInput, ExportDatasetOutput> ExportDataset { get; } = new("export-dataset");

    public static TypedContract<DatasetStatisticsInput, DatasetStatisticsOutput> DatasetStatistics { get; } = new("dataset-statistics");

    public static TypedContract<TrainRoundInput, TrainRoundOutput> TrainRound { get; } = new("train-round");

    public static TypedContract<EvaluateModelInput, EvaluateModelOutput> EvaluateModel { get; } = new("evaluate-model");

    public static TypedContract<GenerateSyntheticInput, GenerateSyntheticOutput> GenerateSynthetic { get; } = new("generate-synthetic");

    public static TypedContract<ReleaseInput, ReleaseOutput> Release { get; } = new("Library-release");
    public static TypedContract<EvaluateSyntheticInput, EvaluateSyntheticOutput> EvaluateSynthetic { get; } = new("evaluate-synthetic");

    public static TypedContract<ViewDefinitionRunInput, ViewDefinitionRunOutput> ViewDefinitionRun { get; } = new("viewdefinition-run");

    public static TypedContract<ViewDefinitionExportInput, ViewDefinitionExportOutput> ViewDefinitionExport { get; } = new("viewdefinition-export");

    public static TypedContract<ExportInput, ExportOutput> Export { get; } = new("export");

    public static TypedContract<ExportInput, ExportOutput> PatientExport { get; } = new("patient-export");

    public static TypedContract<ExportInput, ExportOutput> GroupExport { get; } = new("group-export");

    public static TypedContract<ImportInput, ImportOutput> Import { get; } = new("import");

    public static OperationContract PatientPurge { get; } = EmbeddedDefinition.Contract("Patient-purge");

    public static OperationContract PatientEverything { get; } = EmbeddedDefinition.Contract("Patient-everything");

    public static OperationContract GroupEverything { get; } = EmbeddedDefinition.Contract("Group-everything");

    public static OperationContract ResourceMeta { get; } = EmbeddedDefinition.Contract("Resource-meta");

    public static OperationContract ResourceMetaAdd { get; } = EmbeddedDefinition.Contract("Resource-meta-add");

    public static OperationContract ResourceMetaDelete { get; } = EmbeddedDefinition.Contract("Resource-meta-delete");

    public static OperationContract Validate { get; } = EmbeddedDefinition.Contract("Resource-validate");

    public static OperationContract Lookup { get; } = EmbeddedDefinition.Contract("CodeSystem-lookup");

    public static OperationContract ValidateCodeOfSystem { get; } = EmbeddedDefinition.Contract("CodeSystem-validate-code");

    public static OperationContract Subsumes { get; } = EmbeddedDefinition.Contract("CodeSystem-subsumes");

    public static OperationContract ValidateCodeOfSet { get; } = EmbeddedDefinition.Contract("ValueSet-validate-code");

    public static OperationContract Expand { get; } = EmbeddedDefinition.Contract("ValueSet-expand");

    /// <summary>All of them, without their records.</summary>
    public static IReadOnlyList<OperationContract> All { get; } =
    [
        ExtractDataset.Operation,
        QualityReport.Operation,
        ExportDataset.Operation,
        DatasetStatistics.Operation,
        TrainRound.Operation,
        EvaluateModel.Operation,
        GenerateSynthetic.Operation,
        Release.Operation,
        EvaluateSynthetic.Operation,
        ViewDefinitionRun.Operation,
        ViewDefinitionExport.Operation,
        Export.Operation,
        PatientExport.Operation,
        GroupExport.Operation,
        Import.Operation,
        PatientPurge,
        PatientEverything,
        GroupEverything,
        ResourceMeta,
        ResourceMetaAdd,
        ResourceMetaDelete,
        Validate,
        Lookup,
        ValidateCodeOfSystem,
        Subsumes,
        ValidateCodeOfSet,
        Expand,
    ];
}
