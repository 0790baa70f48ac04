namespace GenoMed.Fhir.Store;

/// <summary>What a write does, and what made a version.</summary>
public enum StoreMethod
{
    Create,
    Update,
    Delete,
}
