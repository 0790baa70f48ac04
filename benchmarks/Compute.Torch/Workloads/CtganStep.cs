using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Torch.Benchmarks;

/// <summary>
/// CTGAN: one step of the critic with its gradient penalty and one of the generator, batch 500, pac 10, widths 256:
/// five continuous columns of 1 + 10 codes and twenty discrete ones of 7 categories.
/// </summary>
internal static class CtganStep
{
    private const int Batch = 500;
    private const int Pac = 10;
    private const int Continuous = 5;
    private const int Discrete = 20;
    private const int Categories = 7;
    private const int Modes = 10;
    private const int Data = (Continuous * (1 + Modes)) + (Discrete * Categories);
    private const int Condition = Discrete * Categories;

    internal static Action Make()
    {
        manual_seed(1);
        var generator = new CtganGenerator(128 + Condition, Data);
        var critic = nn.Sequential(
            nn.Linear((Data + Condition) * Pac, 256), nn.LeakyReLU(0.2), nn.Dropout(0.5),
            nn.Linear(256, 256), nn.LeakyReLU(0.2), nn.Dropout(0.5), nn.Linear(256, 1));
        var forGenerator = optim.Adam(generator.parameters(), lr: 2e-4, beta1: 0.5, beta2: 0.9, weight_decay: 1e-6);
        var forCritic = optim.Adam(critic.parameters(), lr: 2e-4, beta1: 0.5, beta2: 0.9, weight_decay: 1e-6);
        var chosen = randint(Discrete, [Batch]);
        var categories = randint(Categories, [Batch]);
        var condition = nn.functional.one_hot((chosen * Categories) + categories, Condition).to_type(float32);
        var mask = nn.functional.one_hot(chosen, Discrete).to_type(float32);
        var real = cat([randn(Batch, Data), condition], 1);
        return () =>
        {
            using var scope = NewDisposeScope();
            forCritic.zero_grad();
            CriticLoss(critic, Fake(generator, condition).Rows.detach(), real).backward();
            forCritic.step();
            forGenerator.zero_grad();
            var (rows, logits) = Fake(generator, condition);
            (critic.forward(rows.reshape(-1, Pac * rows.size(1))).mean().neg() + ConditionLoss(logits, categories, mask)).backward();
            forGenerator.step();
        };
    }

    private static (Tensor Rows, Tensor Logits) Fake(CtganGenerator generator, Tensor condition)
    {
        var logits = generator.forward(cat([randn(Batch, 128), condition], 1));
        return (cat([Activate(logits), condition], 1), logits);
    }

    private static Tensor Activate(Tensor logits)
    {
        var parts = new List<Tensor>();
        for (var i = 0; i < Continuous; i++)
        {
            parts.Add(logits.narrow(1, i * (1 + Modes), 1).tanh());
            parts.Add(Gumbel.Softmax(logits.narrow(1, (i * (1 + Modes)) + 1, Modes), 0.2));
        }

        for (var i = 0; i < Discrete; i++)
        {
            parts.Add(Gumbel.Softmax(Column(logits, i), 0.2));
        }

        return cat(parts, 1);
    }

    private static Tensor CriticLoss(nn.Module<Tensor, Tensor> critic, Tensor fake, Tensor real)
    {
        var (a, b) = (fake.reshape(-1, Pac * fake.size(1)), real.reshape(-1, Pac * fake.size(1)));
        return critic.forward(a).mean() - critic.forward(b).mean() + Penalty(critic, a, b);
    }

    private static Tensor Penalty(nn.Module<Tensor, Tensor> critic, Tensor fake, Tensor real)
    {
        var share = rand(fake.size(0), 1);
        var between = ((fake * share) + (real * (1 - share))).detach().requires_grad_();
        var score = critic.forward(between);
        var slope = autograd.grad([score], [between], [ones_like(score)], create_graph: true)[0];
        return (slope.norm(1, false, 2f) - 1).square().mean() * 10;
    }

    private static Tensor ConditionLoss(Tensor logits, Tensor categories, Tensor mask)
    {
        var losses = Enumerable.Range(0, Discrete).Select(i => nn.functional.cross_entropy(Column(logits, i), categories, reduction: nn.Reduction.None));
        return (stack(losses, 1) * mask).sum() / Batch;
    }

    private static Tensor Column(Tensor logits, int i) => logits.narrow(1, (Continuous * (1 + Modes)) + (i * Categories), Categories);
}
