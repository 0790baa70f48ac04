namespace GenoMed.Fhir.Store;

/// <summary>
/// What a write does, and what made a version: an update that finds nothing there (update-as-create) stays an update,
/// as the history says how the client wrote (R5 http.html, "history").
/// </summary>
public enum StoreMethod
{
    Create,
    Update,
    Delete,
}
