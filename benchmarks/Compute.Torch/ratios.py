"""Puts the measurements of compare-torch.sh side by side:  ratios.py FOLDER  ->  a Markdown table."""
import json
import os
import sys


def read(name):
    with open(os.path.join(sys.argv[1], name)) as file:
        return {row["name"]: row for row in map(json.loads, file)}


engine, one, two = read("engine.jsonl"), read("pytorch1.jsonl"), read("pytorch2.jsonl")
processor = next(line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name"))
print(f"{processor}, {os.cpu_count()} cores; load average at the end {os.getloadavg()[0]:.1f}; PyTorch {one['peak-memory']['torch']}.\n")
print("Microseconds a step in the best window of 2 ms (in brackets the median window); the engine runs on one thread.")
print("PyTorch's processor time is that of one thread.\n")
print("| workload | engine | steps/s | PyTorch, 1 thread | 2 threads | best/best | median/median | processor time |")
print("|---|---|---|---|---|---|---|---|")
for name, row in engine.items():
    if "us" not in row:
        continue
    a, b = one[name], two[name]
    ratio = [min(a[key], b[key]) / row[key] for key in ("us", "median")] + [a["cpu"] / row["cpu"]]
    print(f"| {name} | {row['us']:.0f} ({row['median']:.0f}) | {1e6 / row['us']:.0f} | {a['us']:.0f} ({a['median']:.0f}) | {b['us']:.0f} ({b['median']:.0f}) | "
          + " | ".join(f"{r:.1f}×" for r in ratio) + " |")

print("\n| workload | operations a step | bytes allocated a step | bytes an operation | tensor buffers after warm-up | gen-2 collections |")
print("|---|---|---|---|---|---|")
for name, row in engine.items():
    if "us" in row:
        print(f"| {name} | {row['operations']} | {row['bytes']} | {row['bytes'] / row['operations']:.0f} | {row['buffers']} | {row['gen2']} |")

if "matmul-256" in engine:
    row = engine["matmul-256"]
    print(f"\n256×256×256 product, one thread: {row['gflops']} GFLOP/s, {row['share']:.0%} of a bare FMA loop ({row['fma']} GFLOP/s);"
          f" PyTorch {one['matmul-256']['gflops']} with one thread, {two['matmul-256']['gflops']} with two.")
print(f"\nPeak memory of the process that ran all of them: engine {engine['peak-memory']['mib']} MiB,"
      f" PyTorch {one['peak-memory']['mib']} MiB.")
