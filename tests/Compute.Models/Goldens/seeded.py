"""The project's seeded streams, written anew in Python, so that a golden can hold what a seed decides.

SplitMix64 (Steele, Lea, Flood, OOPSLA 2014); Fisher and Yates; seeds derived by SHA-256.
"""
import hashlib

MASK = (1 << 64) - 1


class SplitMix64:
    def __init__(self, seed):
        self.state = seed & MASK

    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def uniform(self):
        return (self.bits() >> 11) / 2.0**53

    def below(self, count):
        return (self.bits() * count) >> 64

    def shuffle(self, count):
        order = list(range(count))
        for i in range(count - 1, 0, -1):
            j = self.below(i + 1)
            order[i], order[j] = order[j], order[i]
        return order


def derived(seed, purpose):
    digest = hashlib.sha256(f"{seed}\n{purpose}".encode()).digest()
    return int.from_bytes(digest[:8], "little") & ((1 << 63) - 1)


def divide(rows, size, seed):
    """Parts of a size; -1 for what is left over."""
    part = [-1] * rows
    for place, row in enumerate(SplitMix64(seed).shuffle(rows)):
        if place // size < rows // size:
            part[row] = place // size
    return part
