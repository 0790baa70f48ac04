using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Export;

/// <summary><c>[base]/Group/[id]/$export</c>: what belongs to the patients of a group.</summary>
internal sealed class GroupExportOperation(IResourceStore store, ISearchParser searches, BulkOptions options, TimeProvider time)
    : ExportOperation(ContractCatalog.GroupExport, store, searches, options, time);
