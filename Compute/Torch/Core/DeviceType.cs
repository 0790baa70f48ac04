namespace TorchSharp;

/// <summary>Kinds of devices; the number is libtorch's.</summary>
public enum DeviceType
{
    CPU = 0,
}
