"""Golden values of WGAN-GP's gradient penalty and its gradient, by PyTorch's double backward (Debian: python3-torch).

    /usr/bin/python3 gradient_penalty.py > gradient_penalty.txt

A discriminator of two hidden LeakyReLU(0.2) layers without dropout judges packs of 3 rows of 4 columns.
"""
import torch
from torch import nn

torch.set_default_dtype(torch.float64)
torch.manual_seed(11)
pac, columns, rows, hidden = 3, 4, 12, 8


def show(key, values):
    print(key + ": " + " ".join("%.17g" % v for v in values.detach().flatten().tolist()))


net = nn.Sequential(nn.Linear(pac * columns, hidden), nn.LeakyReLU(0.2), nn.Linear(hidden, hidden), nn.LeakyReLU(0.2), nn.Linear(hidden, 1))
with torch.no_grad():
    for parameter in net.parameters():
        parameter.copy_(parameter.float().double() * 2)
real, fake = torch.randn(rows, columns).float().double(), torch.randn(rows, columns).float().double()
mix = torch.rand(rows // pac, 1, 1).float().double()

at = (mix * real.view(-1, pac, columns) + (1 - mix) * fake.view(-1, pac, columns)).reshape(rows // pac, -1).requires_grad_()
judged = net(at)
gradient, = torch.autograd.grad(judged, at, torch.ones_like(judged), create_graph=True)
penalty = ((gradient.norm(2, dim=1) - 1) ** 2).mean()
penalty.backward()

print("[penalty]")
for key, value in (("real", real), ("fake", fake), ("mix", mix), ("penalty", penalty)):
    show(key, value)
for name, parameter in net.named_parameters():
    show(name, parameter)
    show(name + ".gradient", parameter.grad if parameter.grad is not None else torch.zeros_like(parameter))
