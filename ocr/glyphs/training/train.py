"""
Trains one net on the glyphs of sources.py: AdamW, one cycle, label smoothing; one thread.

  train.py digits|kana GLYPHS.npz OUT.pt [--images 700000] [--seed 1] [--start EARLIER.pt]

--images counts drawn pictures. Each batch takes its share of every source (SHARES), classes alike within fonts and strokes.
"""
import argparse
import time

import numpy as np
import torch
import torch.nn.functional as F

from augment import augment, stretch
from network import SHAPES, build

SHARES = {
    "digits": {"mnist": 0.70, "hand": 0.09, "strokes": 0.10, "print": 0.06, "junk": 0.05},
    "kana": {"hand": 0.36, "strokes": 0.46, "print": 0.14, "junk": 0.04},
}


def weights_of(source, y, kind):
    """Probability of each glyph: the share of its source, spread evenly over the classes of that source."""
    w = np.zeros(len(y))
    for name, share in SHARES[kind].items():
        mine = source == name
        labels, counts = np.unique(y[mine], return_counts=True)
        per_class = dict(zip(labels, counts))
        w[mine] = [share / len(labels) / per_class[label] for label in y[mine]]
    return torch.from_numpy(w).float()


def resized(glyphs, size):
    """Glyphs may have been drawn finer than the net takes them."""
    if glyphs.shape[-1] == size:
        return glyphs
    parts = [F.interpolate(g.float()[:, None], (size, size), mode="bilinear", align_corners=False, antialias=True)
             for g in glyphs.split(4096)]
    return torch.cat([p[:, 0].clamp(0, 255).byte() for p in parts])


def predict(net, x):
    net.eval()
    with torch.no_grad():
        out = torch.cat([net(stretch(x[i:i + 500].float()[:, None] / 255)) for i in range(0, len(x), 500)])
    net.train()
    return out


def main():
    p = argparse.ArgumentParser()
    p.add_argument("kind")
    p.add_argument("glyphs")
    p.add_argument("out")
    p.add_argument("--images", type=int, default=700_000)
    p.add_argument("--batch", type=int, default=128)
    p.add_argument("--rate", type=float, default=3e-3)
    p.add_argument("--turn", type=float, default=10)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--start", default="")
    a = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    d = np.load(a.glyphs)
    classes, source, y_all = list(d["classes"]), d["source"], d["y"]
    x_all, y_all_t = resized(torch.from_numpy(d["x"]), SHAPES[a.kind]["size"]), torch.from_numpy(y_all)
    weights = weights_of(source, y_all, a.kind)
    check = torch.from_numpy(np.where(source == "calibration")[0])
    net = build(a.kind, len(classes))
    if a.start:
        net.load_state_dict(torch.load(a.start)["state"])
    print("parameters", sum(q.numel() for q in net.parameters()), "glyphs", len(y_all), flush=True)
    optimiser = torch.optim.AdamW(net.parameters(), weight_decay=1e-2)
    steps = a.images // a.batch
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, a.rate, total_steps=steps + 1, pct_start=0.2)
    started, total = time.process_time(), 0.0
    for step in range(1, steps + 1):
        if step % 400 == 1:
            drawn = torch.multinomial(weights, 400 * a.batch, replacement=True)
        at = ((step - 1) % 400) * a.batch
        pick = drawn[at: at + a.batch]
        loss = F.cross_entropy(net(augment(x_all[pick], turn=a.turn)), y_all_t[pick], label_smoothing=0.05)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        total += loss.item()
        if step % 400 == 0 or step == steps:
            right = (predict(net, x_all[check]).argmax(1) == y_all_t[check]).float().mean()
            print(f"{step * a.batch} images loss {total / 400:.4f} calibration {right:.5f} cpu {time.process_time() - started:.0f}s", flush=True)
            total = 0.0
            torch.save(dict(state=net.state_dict(), kind=a.kind, classes=classes), a.out)


if __name__ == "__main__":
    main()
