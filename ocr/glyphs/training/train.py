"""
Trains one net: AdamW, one cycle, label smoothing, convolutions in bfloat16; one thread.

  train.py digits|kana GLYPHS.npz BOXES.bin OUT.pt [--images 700000] [--share 0.6] [--minutes 5] [--start EARLIER.pt --freeze 3]

Every batch takes --share of its pictures from BOXES.bin (composed into boxes and cut as the reader does, see
test/bench/handwriting-boxes.ts), bent a little, and the rest from GLYPHS.npz (sources.py) with everything that paper does
(augment.py), each source its SHARES, classes alike within fonts and strokes. --images counts drawn pictures. After --minutes
of CPU the run is kept in OUT.pt.run; the same command goes on from there. --freeze leaves the first convolutions of --start as they
are, which saves a third of the time. --zoom cuts the rim of the glyphs, so that they fill as much of the square as the boxes do
(1.09 for kana: 0.6875 → 0.75); --drop is the dropout. --mean keeps a running mean of the weights (0.999 = over the last
thousand steps) and hands that out. The loss on set-aside boxes is no part of this: choose with `handwriting-calibrate`.
"""
import argparse
import os
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from augment import augment, bent, stretch
from network import SHAPES, build

SHARES = {
    "digits": {"mnist": 0.40, "hand": 0.16, "strokes": 0.18, "print": 0.14, "junk": 0.12},
    "kana": {"hand": 0.42, "strokes": 0.38, "print": 0.12, "junk": 0.08},
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


def resized(glyphs, size, zoom=1.0):
    """Glyphs may have been drawn finer than the net takes them; `zoom` > 1 cuts their white rim."""
    full = glyphs.shape[-1]
    rim = round(full * (1 - 1 / zoom) / 2)
    if full == size and rim == 0:
        return glyphs
    glyphs = glyphs[:, rim: full - rim, rim: full - rim]
    parts = [F.interpolate(g.float()[:, None], (size, size), mode="bilinear", align_corners=False, antialias=True)
             for g in glyphs.split(4096)]
    return torch.cat([p[:, 0].clamp(0, 255).byte() for p in parts])


def read_boxes(file, size):
    """u16 class and size × size bytes of ink each."""
    data = np.fromfile(file, np.uint8).reshape(-1, 2 + size * size)
    labels = data[:, 0].astype(np.int64) + 256 * data[:, 1].astype(np.int64)
    return torch.from_numpy(data[:, 2:].reshape(-1, size, size).copy()), torch.from_numpy(labels)


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
    p.add_argument("boxes")
    p.add_argument("out")
    p.add_argument("--images", type=int, default=700_000)
    p.add_argument("--share", type=float, default=0.6)
    p.add_argument("--minutes", type=float, default=5)
    p.add_argument("--batch", type=int, default=128)
    p.add_argument("--rate", type=float, default=3e-3)
    p.add_argument("--smooth", type=float, default=0.03)
    p.add_argument("--turn", type=float, default=10)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--zoom", type=float, default=1.0)
    p.add_argument("--drop", type=float, default=0.3)
    p.add_argument("--mean", type=float, default=0.0)
    p.add_argument("--start", default="")
    p.add_argument("--freeze", type=int, default=0)
    a = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    size = SHAPES[a.kind]["size"]
    d = np.load(a.glyphs)
    classes, source, y_all = list(d["classes"]), d["source"], d["y"]
    x_all, y_all_t = resized(torch.from_numpy(d["x"]), size, a.zoom), torch.from_numpy(y_all)
    boxes, box_labels = read_boxes(a.boxes, size)
    weights = weights_of(source, y_all, a.kind)
    check = torch.from_numpy(np.where(source == "calibration")[0])
    net = build(a.kind, len(classes), a.drop)
    if a.start:
        net.load_state_dict(torch.load(a.start, weights_only=False)["state"])
    net = net.to(memory_format=torch.channels_last)
    mean = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(a.mean), use_buffers=True) if a.mean > 0 else None
    early, late = net[: a.freeze].requires_grad_(False), net[a.freeze:]
    optimiser = torch.optim.AdamW(late.parameters(), weight_decay=1e-2)
    steps, first = a.images // a.batch, 1
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, a.rate, total_steps=steps + 1, pct_start=0.15)
    kept = a.out + ".run"
    if os.path.exists(kept):
        run = torch.load(kept, weights_only=False)
        net.load_state_dict(run["state"])
        if mean:
            mean.load_state_dict(run["mean"])
        optimiser.load_state_dict(run["optimiser"])
        schedule.load_state_dict(run["schedule"])
        first = run["step"] + 1
        torch.manual_seed(a.seed + first)
    print("parameters", sum(q.numel() for q in net.parameters()), "glyphs", len(y_all), "boxes", len(boxes), "from step", first, flush=True)
    from_boxes = round(a.batch * a.share)
    started, total = time.process_time(), 0.0
    drawn = torch.multinomial(weights, (steps - first + 1) * (a.batch - from_boxes), replacement=True)
    for step in range(first, steps + 1):
        at = (step - first) * (a.batch - from_boxes)
        pick, box = drawn[at: at + a.batch - from_boxes], torch.randint(len(boxes), (from_boxes,))
        x = torch.cat([bent(boxes[box]), augment(x_all[pick], turn=a.turn)])
        y = torch.cat([box_labels[box], y_all_t[pick]])
        early.eval()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            with torch.no_grad():
                x = early(x.contiguous(memory_format=torch.channels_last))
            scores = late(x)
        loss = F.cross_entropy(scores.float(), y, label_smoothing=a.smooth)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        if mean:
            mean.update_parameters(net)
        total += loss.item()
        over = time.process_time() - started > 60 * a.minutes
        if step % 400 == 0 or step == steps or over:
            made = mean.module if mean else net
            right = (predict(made, x_all[check]).argmax(1) == y_all_t[check]).float().mean()
            print(f"{step * a.batch} images loss {total / 400:.4f} calibration {right:.5f} cpu {time.process_time() - started:.0f}s", flush=True)
            total = 0.0
            torch.save(dict(state=made.state_dict(), kind=a.kind, classes=classes), a.out)
        if over and step < steps:
            run = dict(state=net.state_dict(), optimiser=optimiser.state_dict(), schedule=schedule.state_dict(), step=step)
            torch.save(run | (dict(mean=mean.state_dict()) if mean else {}), kept)
            return
    if os.path.exists(kept):
        os.remove(kept)


if __name__ == "__main__":
    main()
