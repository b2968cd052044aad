"""
Draws the training glyphs: white ink on black, uint8, as the reader's own normalisation would hand them to the net.

  sources.py digits|kana FOLDER OUT.npz [--strokes N] [--varied N] [--raw GLYPHS.bin --raw-strokes N]

FOLDER holds: fonts/<package or family>/**/*.ttf|otf|ttc, kanjivg/*.svg, mnist/train-* (digits only).
Sources: (1) MNIST train 0..54,999; 55,000..59,999 are the calibration split, t10k is never opened here;
(2) fonts, handwriting-like and print, less the held-out families; (3) KanjiVG strokes re-drawn by random "writers";
(4) made-up dirt and struck-out characters.
--raw also writes the characters as they were drawn, for `npm run bench -- handwriting-boxes kana`. --varied draws each
glyph of a font this many times more, with another pen, slant, aspect and proportions.
"""
import argparse
import glob
import math
import os
import random
import re

import numpy as np
from fontTools.ttLib import TTCollection, TTFont
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from alphabets import BLANK, CLASSES, CROSSED, SMALL, TWINS
from extra_strokes import EXTRA_STROKES
from held_out import CALIBRATION_FAMILIES, HELD_OUT, PRINT_FAMILIES

CANVAS, EM = 192, 120
SIZE = {"digits": 32, "kana": 48, "print": 48}
FIT = {"digits": 0.625, "kana": 0.6875, "print": 0.85}
# Ink shorter than this share of the box keeps its size: a dot must stay a dot.
LEAST_EXTENT = 0.35


def place(picture, kind, box=None):
    """The reader's normalisation: ink to FIT of the square, small marks at their own size and height in the box."""
    a = np.asarray(picture)
    ys, xs = np.where(a > 60)
    if len(ys) < 4:
        return None
    box = box or EM / random.uniform(0.62, 0.95)
    x0, x1, y0, y1 = xs.min(), xs.max() + 1, ys.min(), ys.max() + 1
    longest = max(x1 - x0, y1 - y0)
    extent = max(longest, LEAST_EXTENT * box)
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
    if longest < extent:
        middle = picture.size[0] / 2
        cx = min(max(middle, x1 - extent / 2), x0 + extent / 2)
        cy = min(max(middle, y1 - extent / 2), y0 + extent / 2)
    side = extent / FIT[kind]
    size = SIZE[kind]
    return np.asarray(
        picture.transform(
            (4 * size, 4 * size), Image.AFFINE,
            (side / (4 * size), 0, cx - side / 2, 0, side / (4 * size), cy - side / 2), Image.BILINEAR,
        ).resize((size, size), Image.BOX)
    )


def families(folder):
    for path in sorted(glob.glob(os.path.join(folder, "fonts", "*"))):
        files = [f for f in sorted(glob.glob(path + "/**/*", recursive=True)) if re.search(r"\.(ttf|otf|ttc)$", f)]
        if files:
            yield os.path.basename(path), files


def characters_of(file):
    if not file.endswith(".ttc"):
        return set(TTFont(file, lazy=True).getBestCmap())
    return set(TTCollection(file, lazy=True).fonts[0].getBestCmap())


def draw_font(font, character):
    """The middle of the em square comes to the middle of the canvas."""
    picture = Image.new("L", (CANVAS, CANVAS))
    x = CANVAS / 2 - font.getlength(character) / 2
    ImageDraw.Draw(picture).text((x, CANVAS / 2 + 0.38 * EM), character, 255, font=font, anchor="ls")
    return picture


def varied(picture, rng):
    """The same character by another hand: slanted, narrower or wider, its parts moved a little, a fatter or thinner pen."""
    turn, slant, aspect = rng.normal(0, 0.06), rng.normal(0, 0.13), math.exp(rng.normal(0, 0.11))
    m = np.array([[math.cos(turn), -math.sin(turn)], [math.sin(turn), math.cos(turn)]])
    m = m @ np.array([[1, slant], [0, 1]]) @ np.diag([aspect, 1 / aspect])
    cells, middle = 4, CANVAS / 2
    at = np.linspace(0, CANVAS, cells + 1)
    points = np.stack(np.meshgrid(at, at, indexing="ij"), 2)
    points = (points - middle) @ m.T + middle + rng.normal(0, 0.022 * EM, points.shape)
    mesh = []
    for i in range(cells):
        for j in range(cells):
            corners = points[i, j], points[i, j + 1], points[i + 1, j + 1], points[i + 1, j]
            mesh.append(((int(at[i]), int(at[j]), int(at[i + 1]), int(at[j + 1])), [float(v) for c in corners for v in c]))
    moved = picture.transform(picture.size, Image.MESH, mesh, Image.BILINEAR)
    pen = rng.random()
    ink = np.asarray(moved).mean() / 255
    if pen < 0.4:
        return moved.filter(ImageFilter.MaxFilter(int(rng.choice([3, 5, 7])) if ink < 0.07 else 3))
    thinner = moved.filter(ImageFilter.MinFilter(3)) if pen > 0.8 else moved
    # A thin pen must not be rubbed out.
    return thinner if np.asarray(thinner).mean() / 255 > 0.6 * ink else moved


def font_glyphs(kind, folder, raw, again=0, rng=None):
    """Yields (family, class, picture); what may be trained on goes to `raw`, too, and is drawn `again` times by other hands."""
    classes = set(CLASSES[kind])
    wanted = [(c, c) for c in CLASSES[kind] if len(c) == 1]
    wanted += [(twin, c) for c in classes for twin in TWINS.get(c, "")]
    wanted += [(s, big) for s, big in SMALL.items() if big in classes]
    for family, files in families(folder):
        for file in files:
            known = characters_of(file)
            font = ImageFont.truetype(file, EM)
            for character, label in wanted:
                if ord(character) not in known:
                    continue
                times = 6 if label in "-ー・．，゛゜" else 1
                for n in range(times):
                    drawn = draw_font(font, character)
                    glyph = place(drawn, kind)
                    if glyph is not None and glyph.max() > 60:
                        yield family, label, glyph
                if family in HELD_OUT[kind] | CALIBRATION_FAMILIES[kind]:
                    continue
                raw.add(draw_font(font, character), label)
                for _ in range(again):
                    drawn = varied(draw_font(font, character), rng)
                    glyph = place(drawn, kind)
                    if glyph is not None and glyph.max() > 60:
                        raw.add(drawn, label)
                        yield family, label, glyph


# ---- KanjiVG: correct stroke paths, drawn by random writers ----
NUMBER = re.compile(r"[-+]?(?:\d*\.\d+|\d+)(?:[eE][-+]?\d+)?|[A-Za-z]")


def path_points(d, steps=14):
    tokens, i, p, points, command, last = NUMBER.findall(d), 0, (0.0, 0.0), [], "M", None

    def number():
        nonlocal i
        i += 1
        return float(tokens[i - 1])

    while i < len(tokens):
        if tokens[i].isalpha():
            command = tokens[i]
            i += 1
        ox, oy = p if command.islower() else (0.0, 0.0)
        upper = command.upper()
        if upper in "ML":
            p = (ox + number(), oy + number())
            points.append(p)
            last = None
            if upper == "M":
                command = "l" if command.islower() else "L"
        elif upper in "CS":
            reflected = (2 * p[0] - last[0], 2 * p[1] - last[1]) if last else p
            a = (ox + number(), oy + number()) if upper == "C" else reflected
            b, e = (ox + number(), oy + number()), (ox + number(), oy + number())
            for s in range(1, steps + 1):
                u, v = s / steps, 1 - s / steps
                points.append(tuple(
                    v**3 * p[k] + 3 * v * v * u * a[k] + 3 * v * u * u * b[k] + u**3 * e[k] for k in (0, 1)))
            last, p = b, e
        else:
            raise ValueError(command)
    return np.array(points)


def strokes_of(character, folder):
    """All known ways to write a character, each a list of strokes."""
    ways = [[path_points(d) for d in way] for way in EXTRA_STROKES.get(character, [])]
    file = f"{folder}/kanjivg/{ord(character):05x}.svg"
    if os.path.exists(file):
        text = open(file, encoding="utf8").read()
        ways.insert(0, [path_points(d) for d in re.findall(r'<path[^>]* d="([^"]+)"', text)])
    return ways


def bend(stroke, rng):
    """One stroke as a hand draws it: shifted, skewed, bowed, ended early or late."""
    q = stroke.copy()
    steps = np.linalg.norm(np.diff(q, axis=0), axis=1) if len(q) > 1 else np.zeros(1)
    if len(q) > 4 and rng.random() < 0.25 and steps.sum() > 25:
        q = q[: max(3, int(np.searchsorted(np.cumsum(steps), steps.sum() * rng.uniform(0.86, 1))) + 1)]
    centre, size = q.mean(0), max(8.0, np.ptp(q, axis=0).max())
    q = (q - centre) @ (np.eye(2) + rng.normal(0, 0.07, (2, 2))).T + centre + rng.normal(0, 1 + 0.035 * size, 2)
    t = np.linspace(0, 1, len(q))[:, None]
    q = q + np.sin(math.pi * t) * rng.normal(0, 0.035 * size, 2) + t * rng.normal(0, 0.04 * size, 2)
    if len(q) > 1 and rng.random() < 0.3:
        v = q[-1] - q[-2]
        q = np.vstack([q, q[-1] + v / (np.linalg.norm(v) + 1e-6) * rng.uniform(1, 7)])
    return q


def scribble(strokes, rng):
    """One random writer draws the strokes once, on the canvas."""
    slant, aspect, turn = rng.normal(0, 0.10), math.exp(rng.normal(0, 0.12)), rng.normal(0, 0.05)
    width, bow, hasty = rng.uniform(1.6, 6.5), rng.normal(0, 0.05, 2), rng.random() < 0.3
    drawn = []
    for s in strokes:
        q = s[:: max(1, len(s) // int(rng.integers(4, 8)))] if hasty and len(s) > 6 else s
        drawn.append(bend(q if len(q) > 1 else s, rng))
    if len(drawn) > 1 and rng.random() < 0.12:  # the pen is not lifted between two strokes
        k = int(rng.integers(0, len(drawn) - 1))
        drawn[k: k + 2] = [np.vstack([drawn[k], drawn[k + 1]])]
    rotation = np.array([[math.cos(turn), -math.sin(turn)], [math.sin(turn), math.cos(turn)]])
    rotation = rotation @ np.array([[1, -slant], [0, 1]]) @ np.diag([aspect, 1 / aspect])
    picture = Image.new("L", (CANVAS, CANVAS))
    pen = ImageDraw.Draw(picture)
    for q in drawn:
        q = (q - 54.5) @ rotation.T
        q = q + np.stack([q[:, 1] ** 2 * bow[0] / 40, q[:, 0] ** 2 * bow[1] / 40], 1)
        q = q * 1.15 + CANVAS / 2
        w = width * math.exp(rng.normal(0, 0.12)) * 1.15
        pen.line([tuple(x) for x in q], 255, width=max(2, round(w)), joint="curve")
        for x, y in (q[0], q[-1]):
            pen.ellipse((x - w / 2, y - w / 2, x + w / 2, y + w / 2), fill=255)
    return picture


def stroke_glyphs(kind, folder, count, rng, raw):
    classes = set(CLASSES[kind])
    wanted = [(c, c) for c in CLASSES[kind] if len(c) == 1]
    wanted += [(s, big) for s, big in SMALL.items() if big in classes]
    for character, label in wanted:
        ways = strokes_of(character, folder)
        share = count if character == label else count // 3
        for n in range(share if ways else 0):
            drawn = scribble(ways[n % len(ways)], rng)
            glyph = place(drawn, kind)
            if glyph is not None:
                if n < raw.strokes:
                    raw.add(drawn, label)
                yield label, glyph


class RawGlyphs:
    """Characters as they were drawn, cropped to their ink: u16 class, u8 width, u8 height, greys (ink dark)."""

    def __init__(self, index, strokes):
        self.index, self.strokes, self.records = index, strokes, []

    def add(self, picture, label):
        # A dot in a box of its own would be blown up to the size of a character.
        if label in "゛゜・．，-":
            return
        bounds = picture.point(lambda v: 255 if v > 60 else 0).getbbox()
        if bounds is None:
            return
        glyph = picture.crop(bounds)
        k = min(1, 84 / max(glyph.size))
        glyph = glyph.resize([max(2, round(v * k)) for v in glyph.size], Image.LANCZOS)
        head = np.array([self.index[label]], "<u2").tobytes() + bytes(glyph.size)
        self.records.append(head + (255 - np.asarray(glyph)).tobytes())

    def write(self, file):
        random.shuffle(self.records)
        with open(file, "wb") as f:
            f.write(b"".join(self.records))


# ---- dirt and struck-out characters ----
def dirt(kind, rng):
    size = SIZE[kind]
    picture = Image.new("L", (4 * size, 4 * size))
    pen = ImageDraw.Draw(picture)
    for _ in range(int(rng.integers(1, 7))):
        x, y, r = *rng.uniform(0, 4 * size, 2), rng.uniform(1, 5)
        pen.ellipse((x - r, y - r * rng.uniform(0.5, 1.5), x + r, y + r), fill=int(rng.uniform(90, 255)))
    if rng.random() < 0.5:
        at, w = rng.uniform(0, 14), int(rng.integers(2, 7))
        ends = (at, rng.uniform(0, 2 * size), at + rng.normal(0, 4), rng.uniform(2 * size, 4 * size))
        turned = [(ends), (ends[1], ends[0], ends[3], ends[2]), (4 * size - ends[0], *ends[1:2], 4 * size - ends[2], ends[3])]
        pen.line(turned[int(rng.integers(0, 3))], 255, width=w)
    return np.asarray(picture.resize((size, size), Image.BOX))


def struck_out(glyph, kind, rng):
    """Double line, cross or scribble over a character."""
    size = SIZE[kind]
    picture = Image.fromarray(glyph).resize((4 * size, 4 * size), Image.BILINEAR)
    pen, full = ImageDraw.Draw(picture), 4 * size
    w, way = int(rng.integers(5, 13)), rng.random()
    a, b = rng.uniform(0, 0.22, 2) * full, full - rng.uniform(0, 0.22, 2) * full
    if way < 0.45:
        y, gap, tilt = full * rng.uniform(0.35, 0.5), full * rng.uniform(0.1, 0.22), rng.normal(0, 8)
        for k in (0, 1):
            pen.line((a[0], y + k * gap, b[0], y + k * gap + tilt), 255, width=w)
    elif way < 0.8:
        pen.line((a[0], a[1], b[0], b[1]), 255, width=w)
        pen.line((a[1], b[0], b[1], a[0]), 255, width=w)
    else:
        points = [(a[0] + (b[0] - a[0]) * t, full * (0.5 + 0.32 * (-1) ** i + rng.normal(0, 0.05)))
                  for i, t in enumerate(np.linspace(0, 1, int(rng.integers(7, 13))))]
        pen.line(points, 255, width=w, joint="curve")
    return np.asarray(picture.resize((size, size), Image.BOX))


def mnist_split(folder, part):
    """'train' = the first 55,000, 'calibration' = the last 5,000 of MNIST train."""
    read = lambda name, skip: np.frombuffer(open(f"{folder}/mnist/{name}", "rb").read(), np.uint8)[skip:]
    x = read("train-images-idx3-ubyte", 16).reshape(-1, 28, 28)
    y = read("train-labels-idx1-ubyte", 8)
    cut = slice(0, 55000) if part == "train" else slice(55000, 60000)
    return x[cut], y[cut]


def mnist_glyphs(folder, part):
    """MNIST through our own normalisation; every other picture keeps its own (centre of mass) place."""
    x, y = mnist_split(folder, part)
    out = np.zeros((len(x), 32, 32), np.uint8)
    for i, digit in enumerate(x):
        padded = np.pad(digit, 2)
        out[i] = padded if i % 4 == 0 else place(Image.fromarray(padded), "digits", box=32)
    return out, y


def main():
    p = argparse.ArgumentParser()
    p.add_argument("kind", choices=["digits", "kana"])
    p.add_argument("folder")
    p.add_argument("out")
    p.add_argument("--strokes", type=int, default=260)
    p.add_argument("--varied", type=int, default=0)
    p.add_argument("--raw", default="")
    p.add_argument("--raw-strokes", type=int, default=90)
    p.add_argument("--seed", type=int, default=7)
    a = p.parse_args()
    random.seed(a.seed)
    rng = np.random.default_rng(a.seed)
    classes = CLASSES[a.kind]
    index = {c: i for i, c in enumerate(classes)}
    x, y, source = [], [], []
    raw = RawGlyphs(index, a.raw_strokes if a.raw else 0)

    def add(glyph, label, name):
        x.append(glyph)
        y.append(index[label])
        source.append(name)

    for family, label, glyph in font_glyphs(a.kind, a.folder, raw, a.varied, rng):
        held = family in HELD_OUT[a.kind]
        part = "held" if held else "calibration" if family in CALIBRATION_FAMILIES[a.kind] else \
            "print" if family in PRINT_FAMILIES else "hand"
        add(glyph, label, part)
    for label, glyph in stroke_glyphs(a.kind, a.folder, a.strokes, rng, raw):
        add(glyph, label, "strokes")
    if a.kind == "digits":
        mx, my = mnist_glyphs(a.folder, "train")
        for glyph, digit in zip(mx, my):
            add(glyph, str(digit), "mnist")
        for glyph, digit in zip(*mnist_glyphs(a.folder, "calibration")):
            add(glyph, str(digit), "calibration")
    usable = [i for i, s in enumerate(source) if s not in ("held", "calibration")]
    for _ in range(2500):
        add(dirt(a.kind, rng), BLANK, "junk")
        add(struck_out(x[usable[int(rng.integers(0, len(usable)))]], a.kind, rng), CROSSED, "junk")
    if a.raw:
        raw.write(a.raw)
        print("raw", len(raw.records))
    names, counts = np.unique(source, return_counts=True)
    print(dict(zip(names, counts)), "classes", len(classes), flush=True)
    np.savez(a.out, x=np.array(x), y=np.array(y, np.int64), source=np.array(source), classes=np.array(classes))


if __name__ == "__main__":
    main()
