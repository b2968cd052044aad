"""
Trains the net for single printed signs on the glyphs of print_faces.py: AdamW, one cycle, label smoothing; one thread.

  train_print.py GLYPHS.npz OUT.pt [--images 110000] [--strong 1] [--clean 0] [--start EARLIER.pt]

--strong: how far glyphs are bent; --clean: share of pictures that are only bent, as a good scan shows them.
Kana are drawn twice as often as kanji.
"""
import argparse
import time

import numpy as np
import torch
import torch.nn.functional as F

from augment import augment, stretch, thickness, warp
from network import SHAPES, build
from train import predict, resized


def drawn(glyphs, a):
    clean = torch.rand(len(glyphs)) < a.clean
    x = augment(glyphs, a.strong, a.turn)
    if clean.any():
        x[clean] = stretch(warp(thickness(glyphs[clean].float().div(255)[:, None]), a.strong, a.turn))
    return x


def main():
    p = argparse.ArgumentParser()
    p.add_argument("glyphs")
    p.add_argument("out")
    p.add_argument("--images", type=int, default=110_000)
    p.add_argument("--batch", type=int, default=128)
    p.add_argument("--rate", type=float, default=2.5e-3)
    p.add_argument("--turn", type=float, default=2)
    p.add_argument("--strong", type=float, default=1)
    p.add_argument("--clean", type=float, default=0)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--start", default="")
    a = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    d = np.load(a.glyphs)
    classes, source, y_all = [str(c) for c in d["classes"]], d["source"], d["y"]
    x_all, y = resized(torch.from_numpy(d["x"]), SHAPES["print"]["size"]), torch.from_numpy(y_all)
    own = source == "print"
    counts = np.maximum(1, np.bincount(y_all[own], minlength=len(classes)))
    kana = np.array([c < "一" for c in classes])
    weights = torch.from_numpy(own * np.where(kana, 2.0, 1.0)[y_all] / counts[y_all]).float()
    check = torch.from_numpy(np.where(source == "calibration")[0])
    net = build("print", len(classes))
    if a.start:
        net.load_state_dict(torch.load(a.start)["state"])
    optimiser = torch.optim.AdamW(net.parameters(), weight_decay=1e-2)
    steps = a.images // a.batch
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, a.rate, total_steps=steps + 1, pct_start=0.2)
    started = time.process_time()
    for step in range(1, steps + 1):
        pick = torch.multinomial(weights, a.batch, replacement=True)
        loss = F.cross_entropy(net(drawn(x_all[pick], a)), y[pick], label_smoothing=0.05)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        if step % 200 == 0 or step == steps:
            right = (predict(net, x_all[check]).argmax(1) == y[check]).float().mean()
            print(f"{step * a.batch} images loss {loss.item():.4f} calibration {right:.5f} cpu {time.process_time() - started:.0f}s", flush=True)
            torch.save(dict(state=net.state_dict(), kind="print", classes=classes), a.out)


if __name__ == "__main__":
    main()
