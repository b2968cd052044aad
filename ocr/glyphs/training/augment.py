"""What paper, pens, frames, scanners and fax machines do to a glyph. One batch at once, everything random per picture."""
import math

import torch
import torch.nn.functional as F


def uniform(n, low, high):
    return torch.rand(n) * (high - low) + low


def wide(v):
    return v[:, None, None, None]


def chance(n, p):
    return torch.rand(n) < p


def thickness(x):
    n = len(x)
    t, amount = torch.rand(n), wide(torch.rand(n))
    thicker, thinner = F.max_pool2d(x, 3, 1, 1), -F.max_pool2d(-x, 3, 1, 1)
    x = torch.where(wide(t < 0.22), x + (thicker - x) * amount, x)
    return torch.where(wide(t > 0.86), x + (thinner - x) * amount * 0.6, x)


def warp(x, strong, turn):
    """Affine and elastic."""
    n, size = len(x), x.shape[-1]
    angle, shear = uniform(n, -turn, turn) * math.pi / 180 * strong, uniform(n, -0.22, 0.22) * strong
    sx, sy = (1 / (1 + uniform(n, -0.22, 0.14) * strong) for _ in range(2))
    c, s = angle.cos(), angle.sin()
    a = torch.zeros(n, 2, 3)
    a[:, 0, 0], a[:, 0, 1], a[:, 0, 2] = c * sx, (shear - s) * sx, uniform(n, -0.12, 0.12) * strong
    a[:, 1, 0], a[:, 1, 1], a[:, 1, 2] = s * sy, c * sy, uniform(n, -0.12, 0.12) * strong
    grid = F.affine_grid(a, (n, 1, size, size), align_corners=False)
    field = torch.randn(n, 2, 4, 4) * wide(uniform(n, 0, 0.055) * strong)
    field = F.interpolate(field, (size, size), mode="bicubic", align_corners=True)
    return F.grid_sample(x, grid + field.permute(0, 2, 3, 1), align_corners=False)


def frame_residue(x):
    """What is left of the ruled box along the rim, full or dotted."""
    n, size = len(x), x.shape[-1]
    along = torch.arange(size).float()
    for side in range(4):
        on = torch.where(chance(n, 0.2))[0]
        k = len(on)
        if k == 0:
            continue
        across = along if side % 2 == 0 else size - 1 - along
        centre = uniform(k, -0.5, 0.1 * size)[:, None, None] + uniform(k, -0.03, 0.03)[:, None, None] * (along - size / 2)
        level = uniform(k, 0.15, 0.95) * uniform(k, 0.5, 1)
        half = uniform(k, 0.4, 1.1)[:, None, None] * size / 32 + 0.5
        line = (half - (across[None, :, None] - centre).abs()).clamp(0, 1) * level[:, None, None]
        if torch.rand(1) < 0.3:
            line = line * (torch.arange(size) % 4 < 2)
        if side >= 2:
            line = line.transpose(1, 2)
        x[on] = torch.maximum(x[on], line[:, None])
    return x


def neighbour(x):
    """A stroke of the next box reaches in."""
    size = x.shape[-1]
    on = torch.where(chance(len(x), 0.1))[0]
    if len(on) == 0:
        return x
    shift = int(torch.randint(size - size // 5, size - size // 16, (1,)))
    other = torch.roll(x[torch.randperm(len(x))[: len(on)]], shift if torch.rand(1) < 0.5 else -shift, 3)
    mask = torch.zeros(size)
    mask[: size - shift] = 1
    mask[shift:] = 1
    x[on] = torch.maximum(x[on], other * mask)
    return x


def fax(x):
    """A bilevel line of a coarser scan: thresholded at about twice the net's resolution, with rough edges."""
    n, size = len(x), x.shape[-1]
    fine = int(size * float(uniform(1, 1.1, 2.2)))
    y = F.interpolate(x, (fine, fine), mode="bilinear", align_corners=False)
    y = y + torch.randn(n, 1, fine, fine) * wide(uniform(n, 0.02, 0.14))
    top = y.flatten(1).topk(max(1, fine * fine // 50), 1).values[:, -1]
    y = (y > wide(top * uniform(n, 0.25, 0.65))).float()
    flip = torch.rand(n, 1, fine, fine) < wide(uniform(n, 0, 0.008))
    y = torch.where(flip, 1 - y, y)
    return F.interpolate(y, (size, size), mode="bilinear", align_corners=False, antialias=True)


def stretch(x):
    """As the reader does: paper (median) to 0, darkest ink (98.5th percentile) to 1."""
    n, size = len(x), x.shape[-1]
    flat = x.reshape(n, -1)
    low = flat.median(1).values
    high = flat.topk(max(1, round(size * size * 0.015)), 1).values[:, -1]
    high = torch.maximum(high, low + 0.12)
    return (x - wide(low)).div(wide(high - low)).clamp(0, 1)


def bent(boxes):
    """uint8 N×S×S as the reader hands them to the net: only bent and thickened a little, paper has done the rest."""
    x = boxes.float().div(255)[:, None]
    return stretch(warp(thickness(x), 0.5, 12))


def augment(glyphs, strong=1.0, turn=10):
    """uint8 N×S×S, white ink → float N×1×S×S as the net takes it."""
    x = glyphs.float().div(255)[:, None]
    n, size = len(x), x.shape[-1]
    x = warp(thickness(x), strong, turn)
    ink = torch.where(chance(n, 0.17), uniform(n, 0.25, 0.5), uniform(n, 0.55, 1))
    x = x * (1 - torch.rand(n, 1, size, size) * wide(uniform(n, 0, 0.35))) * wide(ink)
    x = neighbour(frame_residue(x))
    blurred = F.avg_pool2d(F.pad(x, (1, 1, 1, 1), mode="replicate"), 3, 1)
    x = x + (blurred - x) * wide(torch.rand(n) * chance(n, 0.5))
    faxed = torch.where(chance(n, 0.22))[0]
    grey = x + torch.randn(n, 1, size, size) * wide(uniform(n, 0, 0.08))
    specks = torch.rand(n, 1, size, size) < wide(uniform(n, 0, 0.01) * chance(n, 0.3))
    grey = torch.where(specks, torch.ones_like(grey), grey)
    if len(faxed) > 0:
        grey[faxed] = fax(x[faxed])
    return stretch(grey.clamp(0, 1))
