namespace GenoMed.Fhir.Compute.Torch;

/// <summary>The bytes are not a safetensors file, or one that says what its bytes cannot hold.</summary>
public sealed class SafetensorsException : FormatException
{
    public SafetensorsException(string message)
        : base(message)
    {
    }

    public SafetensorsException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
