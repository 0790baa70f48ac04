using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Operations.Datasets;

/// <summary>What stands before the columns of a stored table.</summary>
internal sealed record FeatureTableHeader(FeatureSchema Schema, IReadOnlyList<string> RowIds);
