using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>1 / (1 + exp −x).</summary>
            public static Sigmoid Sigmoid(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>1 / (1 + exp −x).</summary>
                public static Tensor sigmoid(Tensor x, bool inplace = false) => inplace ? x.Replace(x.sigmoid()) : x.sigmoid();
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>1 / (1 + exp −x).</summary>
    public sealed class Sigmoid : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Sigmoid(bool inplace)
            : base(nameof(Sigmoid)) => this.inplace = inplace;

        public bool inplace { get; set; }

        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.sigmoid(tensor, inplace);
    }
}
