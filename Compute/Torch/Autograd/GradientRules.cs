namespace TorchSharp.Autograd;

/// <summary>
/// The one table of gradient rules, by operation. Each rule has a finite-difference case in the tests, of first and of
/// second order; a rule without one fails them.
/// </summary>
internal static partial class GradientRules
{
    /// <summary>Every rule by name.</summary>
    internal static IReadOnlyDictionary<string, GradientRule> Table => All.Rules;

    private static GradientRule Rule(string name, Saves saves, Func<Node, torch.Tensor, Gradients> backward) => new(name, saves, backward);

    private static GradientRule Unary(string name, Saves saves, Func<Node, torch.Tensor, torch.Tensor> backward) =>
        new(name, saves, (node, g) => [backward(node, g)]);

    // Apart, because the order in which the parts of a class are initialised is not defined.
    private static class All
    {
        internal static readonly Dictionary<string, GradientRule> Rules =
            new[] { Arithmetic, Pointwise, Activations, Reductions, Scans, Views, Indexing, Products, Special, LinearAlgebra, RunningProducts, Normalisations }
                .SelectMany(rules => rules).ToDictionary(rule => rule.Name);
    }
}
