namespace TorchSharp.Autograd;

/// <summary>Whether this thread records operations.</summary>
internal static class GradMode
{
    private static readonly Restore _toEnabled = new(true);
    private static readonly Restore _toDisabled = new(false);

    [ThreadStatic]
    private static bool _isDisabled;

    internal static bool IsEnabled
    {
        get => !_isDisabled;
        set => _isDisabled = !value;
    }

    internal static Restore Set(bool enabled)
    {
        var restore = IsEnabled ? _toEnabled : _toDisabled;
        IsEnabled = enabled;
        return restore;
    }

    internal sealed class Restore(bool before) : IDisposable
    {
        public void Dispose() => IsEnabled = before;
    }
}
