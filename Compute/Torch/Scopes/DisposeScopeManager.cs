namespace TorchSharp;

/// <summary>The thread's innermost open scope.</summary>
internal static class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScope? _current;

    internal static DisposeScope? Current
    {
        get => _current;
        set => _current = value;
    }

    /// <summary>Closes a scope and, should inner ones have been left open, those too.</summary>
    internal static void Close(DisposeScope scope)
    {
        for (var open = _current; open is not null; open = open.OuterScope)
        {
            if (open == scope)
            {
                _current = scope.OuterScope;
                return;
            }
        }
    }
}
