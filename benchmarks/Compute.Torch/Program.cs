using System.Globalization;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

// Times are of the processor, not the wall, so that other load on the machine counts less.
// One training step (forward, backward, Adam) of a 96-32-32-1 net at batch 256, float32: the size of a survival model.
const int Warmup = 3000;
const int Steps = 2000;
const int Repeats = 7;

Measure("relu", () => nn.ReLU(), dropout: 0);
Measure("selu + dropout 0.1", () => nn.SELU(), dropout: 0.1);

static void Measure(string name, Func<nn.Module<Tensor, Tensor>> activation, double dropout)
{
    manual_seed(1);
    using var net = Net(activation, dropout);
    using var optimizer = optim.Adam(net.parameters(), lr: 1e-3);
    var (x, y) = (randn(256, 96), randn(256, 1));
    Run(net, optimizer, x, y, Warmup);
    var times = Enumerable.Range(0, Repeats).Select(_ => Run(net, optimizer, x, y, Steps)).Order().ToArray();
    var allocated = Allocated(() => Run(net, optimizer, x, y, 100)) / 100;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: median {times[Repeats / 2]:F1} us a step, best {times[0]:F1}, {allocated} bytes allocated a step"));
}

static Sequential Net(Func<nn.Module<Tensor, Tensor>> activation, double dropout)
{
    var layers = new List<nn.Module<Tensor, Tensor>> { nn.Linear(96, 32), activation(), nn.Linear(32, 32), activation(), nn.Linear(32, 1) };
    if (dropout > 0)
    {
        layers.Insert(4, nn.Dropout(dropout));
        layers.Insert(2, nn.Dropout(dropout));
    }

    return nn.Sequential(layers);
}

static double Run(Sequential net, optim.Optimizer optimizer, Tensor x, Tensor y, int steps)
{
    var before = Environment.CpuUsage.TotalTime;
    for (var i = 0; i < steps; i++)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        nn.functional.mse_loss(net.call(x), y).backward();
        optimizer.step();
    }

    return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / steps;
}

static long Allocated(Action action)
{
    var before = GC.GetAllocatedBytesForCurrentThread();
    action();
    return GC.GetAllocatedBytesForCurrentThread() - before;
}
