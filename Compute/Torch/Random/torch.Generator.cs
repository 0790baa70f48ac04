namespace TorchSharp;

public static partial class torch
{
    private const ulong DefaultSeed = 67280421310721;

    /// <summary>Seeds the generator of this flow of execution, see <see cref="Generator.Default"/>.</summary>
    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    public static long initial_seed() => Generator.Default.initial_seed();

    public static class random
    {
        public static Generator manual_seed(long seed) => Generator.Default = new Generator((ulong)seed);

        public static long initial_seed() => Generator.Default.initial_seed();
    }

    /// <summary>A stream of random numbers: Philox4x32-10 keyed by the seed. Not to be shared by threads that run at once.</summary>
    public class Generator : IDisposable
    {
        // Per flow of execution: it follows awaits and is handed to tasks started within, and what a task seeds is
        // seen by that task only. So two trainings in one process, each seeding itself, do not disturb each other.
        private static readonly AsyncLocal<Generator?> Flow = new();

        public Generator(ulong seed = 0, Device? device = null) => Stream = new Philox(seed);

        /// <summary>
        /// What is drawn from when no generator is passed: this flow's. A flow that never seeded gets one of its own
        /// with libtorch's default seed, so that unseeded code repeats too.
        /// </summary>
        public static Generator Default
        {
            get => Flow.Value ??= new Generator(DefaultSeed);
            internal set => Flow.Value = value;
        }

        public Device device => CPU;

        internal Philox Stream { get; private set; }

        public Generator manual_seed(long seed)
        {
            Stream = new Philox((ulong)seed);
            return this;
        }

        public long initial_seed() => (long)Stream.Key;

        /// <summary>Seed and position, [2] int64.</summary>
        public Tensor get_state() => tensor(new[] { (long)Stream.Key, (long)Stream.Counter });

        public void set_state(Tensor value)
        {
            var state = value.data<long>().ToArray();
            Stream = state.Length == 2 ? new Philox((ulong)state[0], (ulong)state[1])
                : throw new ArgumentException($"set_state: expected [2], got {Shapes.Text(value.Sizes)}");
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            // Holds nothing; TorchSharp's generator is disposable, so code written for it may dispose.
        }
    }
}
