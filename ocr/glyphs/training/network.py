"""The nets: 3×3 convolutions with BatchNorm and ReLU, then two dense layers. The TypeScript reader knows only this shape."""
import torch.nn as nn

# (output channels, stride) of the convolutions, hidden units of the dense layer.
SHAPES = {
    "digits": dict(size=32, hidden=128, convs=[(16, 1), (32, 2), (32, 1), (64, 2), (64, 1), (96, 2), (96, 1)]),
    "kana": dict(size=40, hidden=192, convs=[(16, 1), (32, 2), (32, 1), (64, 2), (64, 1), (96, 2), (96, 1)]),
    "print": dict(size=48, hidden=192, convs=[(16, 1), (32, 2), (32, 1), (64, 2), (64, 1), (96, 2), (96, 1)]),
}


def build(kind, classes, drop=0.3):
    shape = SHAPES[kind]
    layers, before, side = [], 1, shape["size"]
    for channels, stride in shape["convs"]:
        conv = nn.Conv2d(before, channels, 3, stride, 1, bias=False)
        layers.append(nn.Sequential(conv, nn.BatchNorm2d(channels), nn.ReLU()))
        before, side = channels, (side + stride - 1) // stride
    hidden = shape["hidden"]
    return nn.Sequential(
        *layers, nn.Flatten(), nn.Dropout(drop), nn.Linear(before * side * side, hidden, bias=False),
        nn.BatchNorm1d(hidden), nn.ReLU(), nn.Dropout(drop), nn.Linear(hidden, classes),
    )
