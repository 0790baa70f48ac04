namespace TorchSharp;

/// <summary>Moving modules, which on the managed engine's one device leaves them where they are.</summary>
public static class ModuleExtensionMethods
{
    public static T to<T>(this T module, torch.Device device, bool non_blocking = false)
        where T : torch.nn.Module => module;
}
