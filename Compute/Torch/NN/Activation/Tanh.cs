using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Hyperbolic tangent.</summary>
            public static Tanh Tanh(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>Hyperbolic tangent.</summary>
                public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.Replace(x.tanh()) : x.tanh();
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Hyperbolic tangent.</summary>
    public sealed class Tanh : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Tanh(bool inplace)
            : base(nameof(Tanh)) => this.inplace = inplace;

        public bool inplace { get; set; }

        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.tanh(tensor, inplace);
    }
}
