using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>
/// E (‖∇D(x̂)‖₂ - 1)², x̂ between real and fake packs (Gulrajani et al., NIPS 2017, §4). The gradient stays on the tape,
/// so that the penalty has a gradient itself.
/// </summary>
internal static class GradientPenalty
{
    /// <summary>Keeps the root's slope finite where the gradient vanishes.</summary>
    private const double Crumb = 1e-12;

    /// <param name="discriminator">[n, p] → [n / pac, 1]</param>
    /// <param name="real">[n, p]</param>
    /// <param name="fake">[n, p]</param>
    /// <param name="mix">One share of the real for each pack, [n / pac, 1].</param>
    /// <param name="pac">Rows in a pack.</param>
    /// <returns>One number.</returns>
    public static Tensor Evaluate(nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake, Tensor mix, int pac)
    {
        var (rows, columns) = (real.shape[0], real.shape[1]);
        var packs = rows / pac;
        var between = Packed(fake, packs) + (mix * (Packed(real, packs) - Packed(fake, packs)));
        var at = between.reshape(rows, columns).detach().requires_grad_();
        var judged = discriminator.forward(at);
        var gradient = autograd.grad([judged], [at], [ones_like(judged)], retain_graph: true, create_graph: true)[0];
        return ((Packed(gradient, packs).square().sum(dim: 1) + Crumb).sqrt() - 1).square().mean();
    }

    private static Tensor Packed(Tensor rows, long packs) => rows.reshape(packs, -1);
}
