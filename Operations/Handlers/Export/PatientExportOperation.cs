using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Export;

/// <summary><c>[base]/Patient/$export</c>: what belongs to patients.</summary>
internal sealed class PatientExportOperation(IResourceStore store, ISearchParser searches, BulkOptions options, TimeProvider time)
    : ExportOperation(ContractCatalog.PatientExport, store, searches, options, time);
