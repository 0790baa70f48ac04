namespace GenoMed.Fhir.R5.Resources;

/// <summary>The codes of http://hl7.org/fhir/bundle-type that this system uses.</summary>
public static class BundleType
{
    public const string Searchset = "searchset";
    public const string History = "history";
    public const string Transaction = "transaction";
    public const string TransactionResponse = "transaction-response";
    public const string Batch = "batch";
    public const string BatchResponse = "batch-response";
    public const string Collection = "collection";
}
