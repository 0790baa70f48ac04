namespace GenoMed.Fhir.Node.Interactions;

/// <summary>What a request asks for (http://hl7.org/fhir/restful-interaction and this server's job endpoints).</summary>
internal enum Interaction
{
    Capabilities,
    Read,
    VRead,
    Create,
    Update,
    Patch,
    Delete,
    Search,
    HistoryInstance,
    HistoryType,
    HistorySystem,
    Bundle,
    Operation,
    JobStatus,
    JobCancel,
    JobFile,
}
