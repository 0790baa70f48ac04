namespace TorchSharp.Modules;

/// <summary>A module without state.</summary>
public abstract class ParameterLessModule<T1, TResult> : torch.nn.Module<T1, TResult>
{
    protected ParameterLessModule(string name)
        : base(name)
    {
    }
}
