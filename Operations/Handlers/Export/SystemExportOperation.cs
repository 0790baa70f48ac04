using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Export;

/// <summary><c>[base]/$export</c>: everything.</summary>
internal sealed class SystemExportOperation(IResourceStore store, ISearchParser searches, BulkOptions options, TimeProvider time)
    : ExportOperation(ContractCatalog.Export, store, searches, options, time);
