"""
Draws the glyphs for the third net, which looks at single printed characters: kana, and variants of one kanji (郎 and 郞).

  print_faces.py FOLDER OUT.npz

FOLDER/fonts/<family>/**/*.ttf. Kana, and the kanji of VARIANTS (one group per word).
"""
import sys

import numpy as np
from PIL import ImageFont

from held_out import FACES_CALIBRATION, FACES_HELD_OUT
from sources import EM, characters_of, draw_font, families, place
from alphabets import CLASSES, SMALL


def main():
    folder, out = sys.argv[1:3]
    classes = CLASSES["print"]
    index = {c: i for i, c in enumerate(classes)}
    wanted = [(c, c) for c in classes] + list(SMALL.items())
    x, y, source = [], [], []
    for family, files in families(folder):
        part = "held" if family in FACES_HELD_OUT else "calibration" if family in FACES_CALIBRATION else "print"
        for file in files:
            known = characters_of(file)
            font = ImageFont.truetype(file, EM)
            for character, label in wanted:
                if ord(character) not in known:
                    continue
                glyph = place(draw_font(font, character), "print")
                if glyph is not None and glyph.max() > 60:
                    x.append(glyph)
                    y.append(index[label])
                    source.append(part)
    names, counts = np.unique(source, return_counts=True)
    print(dict(zip(names, counts)), "classes", len(classes), flush=True)
    np.savez(out, x=np.array(x), y=np.array(y, np.int64), source=np.array(source), classes=np.array(classes))


if __name__ == "__main__":
    main()
