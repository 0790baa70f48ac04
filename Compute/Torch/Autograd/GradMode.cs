namespace TorchSharp.Autograd;

/// <summary>Whether this thread records operations.</summary>
internal static class GradMode
{
    [ThreadStatic]
    private static bool _isDisabled;

    internal static bool IsEnabled
    {
        get => !_isDisabled;
        set => _isDisabled = !value;
    }

    internal static Restore Set(bool enabled)
    {
        var restore = new Restore(IsEnabled);
        IsEnabled = enabled;
        return restore;
    }

    internal sealed class Restore(bool before) : IDisposable
    {
        public void Dispose() => IsEnabled = before;
    }
}
