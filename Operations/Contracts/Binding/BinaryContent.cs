namespace GenoMed.Fhir.Operations.Contracts.Binding;

/// <summary>The content of a Binary resource inside Parameters.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Data">Its bytes; base64 in the resource.</param>
public sealed record BinaryContent(string ContentType, byte[] Data)
{
    /// <summary>Tensors by name (https://huggingface.co/docs/safetensors).</summary>
    public const string SafeTensors = "application/vnd.safetensors";

    /// <summary>Bytes of no declared kind; taken for safetensors where weights are expected.</summary>
    public const string OctetStream = "application/octet-stream";
}
