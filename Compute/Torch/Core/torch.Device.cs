namespace TorchSharp;

public static partial class torch
{
    /// <summary>The processor: the managed engine's only device.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>A device by description, "cpu".</summary>
    public static Device device(string description) => new(description);

    /// <summary>Where a tensor lives. The managed engine knows the processor only.</summary>
    public class Device
    {
        /// <exception cref="ArgumentException">The device is not the processor.</exception>
        public Device(string description)
            : this(description == "cpu" ? DeviceType.CPU : throw new ArgumentException($"The managed engine has no device '{description}', only 'cpu'."))
        {
        }

        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        public DeviceType type { get; }

        public int index { get; }

        public static implicit operator Device(string description) => new(description);

        public override string ToString() => "cpu";
    }

    /// <summary>Asked by portable code before it picks a device; the managed engine has none.</summary>
    public static class cuda
    {
        public static bool is_available() => false;
    }
}
