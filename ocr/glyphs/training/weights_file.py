"""
The weight file of the TypeScript reader: BatchNorm folded, int8 per output channel.

  weights_file.py export NET.pt WEIGHTS.bin               what training made → what ships
  weights_file.py continue WEIGHTS.bin GLYPHS.npz NET.pt  shipped weights → a net that train.py --start can take on
  weights_file.py mix A.bin B.bin SHARE WEIGHTS.bin       SHARE of A and the rest of B, where A was trained on from B

Layout, little endian: u32 length of the header, header (JSON, padded with blanks to 4 bytes), then per layer
f32 scale[out], f32 bias[out], i8 weight[out × in], padded to 4 bytes. Convolutions come first (stride > 0), in torch order.
"""
import json
import sys

import numpy as np
import torch

from augment import stretch
from network import SHAPES, build
from train import resized


def folded(net):
    """Yields (weights, bias, stride) of each layer, BatchNorm folded in."""
    pending, stride = None, 0
    flat = [m for m in net.modules() if not list(m.children())]
    for m in flat:
        if isinstance(m, (torch.nn.Conv2d, torch.nn.Linear)):
            pending, stride = m, m.stride[0] if isinstance(m, torch.nn.Conv2d) else 0
            if m.bias is not None:
                yield m.weight, m.bias, 0
        if isinstance(m, (torch.nn.BatchNorm2d, torch.nn.BatchNorm1d)):
            k = m.weight / torch.sqrt(m.running_var + m.eps)
            w = pending.weight
            yield w * k.reshape(-1, *[1] * (w.dim() - 1)), m.bias - m.running_mean * k, stride


def export(source, target):
    d = torch.load(source, weights_only=False)
    kind, classes = d["kind"], [str(c) for c in d["classes"]]
    net = build(kind, len(classes))
    net.load_state_dict(d["state"])
    write(target, SHAPES[kind]["size"], classes, folded(net.eval()))


def write(target, size, classes, layers):
    """`layers`: (weights, bias, stride) in the order of the file."""
    body, listed = b"", []
    for w, bias, stride in layers:
        w = w.detach().reshape(w.shape[0], -1).numpy()
        scale = np.abs(w).max(1) / 127
        listed.append({"out": w.shape[0], "inn": w.shape[1], "stride": stride})
        body += scale.astype("<f4").tobytes() + bias.detach().numpy().astype("<f4").tobytes()
        body += np.round(w / scale[:, None]).astype(np.int8).tobytes()
        body += b"\0" * (-len(body) % 4)
    header = {"format": 1, "size": size, "classes": classes, "layers": listed}
    text = json.dumps(header, ensure_ascii=False).encode()
    text += b" " * (-len(text) % 4)
    with open(target, "wb") as f:
        f.write(np.uint32(len(text)).tobytes() + text + body)
    print(target, len(text) + len(body) + 4, "bytes")


def read(file):
    data = open(file, "rb").read()
    length = int(np.frombuffer(data, np.uint32, 1)[0])
    header, at, layers = json.loads(data[4:4 + length]), 4 + length, []
    for l in header["layers"]:
        n = l["out"]
        scale, bias = np.frombuffer(data, "<f4", n, at), np.frombuffer(data, "<f4", n, at + 4 * n)
        w = np.frombuffer(data, np.int8, n * l["inn"], at + 8 * n).reshape(n, -1)
        layers.append((torch.from_numpy(w * scale[:, None]).float(), torch.from_numpy(bias.copy())))
        at += 8 * n + n * l["inn"]
        at += -(at - 4 - length) % 4
    return header, layers


def mix(first, second, share, target):
    """A net and the one that it was trained on from, layer by layer: surer on hands that neither has seen."""
    (header, layers), (other, rest) = read(first), read(second)
    if header["classes"] != other["classes"]:
        raise SystemExit("the nets know different classes")
    a = float(share)
    mixed = ((a * w + (1 - a) * v, a * x + (1 - a) * y, l["stride"])
             for (w, x), (v, y), l in zip(layers, rest, header["layers"]))
    write(target, header["size"], header["classes"], mixed)


def revive(source, glyphs, target):
    """Gives folded layers their BatchNorm back: with the statistics of real glyphs the net computes what it did before."""
    d = np.load(glyphs)
    classes, kind = [str(c) for c in d["classes"]], "digits" if len(d["classes"]) < 20 else "kana"
    header, layers = read(source)
    net = build(kind, len(classes))
    rng = np.random.default_rng(1)
    usable = np.where((d["source"] != "held") & (d["source"] != "calibration"))[0]
    drawn = resized(torch.from_numpy(d["x"][rng.choice(usable, 1500)]), SHAPES[kind]["size"])
    x = stretch(drawn.float()[:, None] / 255)
    rest, pending = list(layers), None
    net.eval()
    with torch.no_grad():
        for m in [m for m in net.modules() if not list(m.children())]:
            if isinstance(m, (torch.nn.Conv2d, torch.nn.Linear)):
                w, pending = rest.pop(0)
                old = header.get("classes") or classes[: len(w)]
                if m.bias is None:
                    m.weight.copy_(w.reshape(m.weight.shape))
                else:
                    for i, c in enumerate(classes):
                        if c in old:
                            m.weight[i], m.bias[i] = w[old.index(c)], pending[old.index(c)]
            x = m(x)
            if isinstance(m, (torch.nn.BatchNorm2d, torch.nn.BatchNorm1d)):
                over = [i for i in range(x.dim()) if i != 1]
                mean, var = x.mean(over), x.var(over, unbiased=False)
                m.running_mean.copy_(mean)
                m.running_var.copy_(var)
                m.weight.copy_(torch.sqrt(var + m.eps))
                m.bias.copy_(pending + mean)
                x = x + pending.reshape(1, -1, *[1] * (x.dim() - 2))
    torch.save(dict(state=net.state_dict(), kind=kind, classes=classes), target)


if __name__ == "__main__":
    {"export": export, "continue": revive, "mix": mix}[sys.argv[1]](*sys.argv[2:])
