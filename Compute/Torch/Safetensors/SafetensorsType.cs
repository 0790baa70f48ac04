using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Torch;

/// <summary>The element types of the format that the models use, with their bytes.</summary>
internal static class SafetensorsType
{
    private static readonly (string Name, ScalarType Type, int Bytes)[] Known =
    [
        ("BOOL", ScalarType.Bool, 1),
        ("I32", ScalarType.Int32, 4),
        ("I64", ScalarType.Int64, 8),
        ("F32", ScalarType.Float32, 4),
        ("F64", ScalarType.Float64, 8),
    ];

    internal static (string Name, ScalarType Type, int Bytes) Of(ScalarType type) => Known.FirstOrDefault(known => known.Type == type) is { Name: not null } found
        ? found : throw new ArgumentException($"Tensors of {type} are not written to safetensors.");

    internal static (string Name, ScalarType Type, int Bytes) Of(string name) => Known.FirstOrDefault(known => known.Name == name) is { Name: not null } found
        ? found : throw new SafetensorsException($"Tensors of '{name}' are not read; known are {string.Join(", ", Known.Select(known => known.Name))}.");

    /// <summary>A tensor from its little-endian bytes; bools are 0 or 1.</summary>
    internal static Tensor FromBytes(ScalarType type, ReadOnlySpan<byte> bytes, long[] shape)
    {
        if (type == ScalarType.Bool && bytes.ContainsAnyExceptInRange((byte)0, (byte)1))
        {
            throw new SafetensorsException("A bool is neither 0 nor 1.");
        }

        var tensor = empty(shape, type);
        bytes.CopyTo(tensor.bytes);
        return tensor;
    }
}
