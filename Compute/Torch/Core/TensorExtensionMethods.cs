using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>Tensors of one element to numbers, and tensors to parameters.</summary>
public static class TensorExtensionMethods
{
    /// <summary>Makes a tensor a trainable parameter; the tensor itself can no longer be used.</summary>
    public static Parameter AsParameter(this torch.Tensor tensor) => new(tensor);

    /// <summary>Bytes of one element.</summary>
    public static int ElementSize(this torch.ScalarType type) => type switch
    {
        torch.ScalarType.Bool => 1,
        torch.ScalarType.Int32 or torch.ScalarType.Float32 => 4,
        _ => 8,
    };

    public static float ToSingle(this torch.Tensor value) => value.ToScalar().ToSingle();

    public static double ToDouble(this torch.Tensor value) => value.ToScalar().ToDouble();

    public static int ToInt32(this torch.Tensor value) => value.ToScalar().ToInt32();

    public static long ToInt64(this torch.Tensor value) => value.ToScalar().ToInt64();

    public static bool ToBoolean(this torch.Tensor value) => value.ToScalar().ToBoolean();
}
