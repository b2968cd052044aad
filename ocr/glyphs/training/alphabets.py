"""What the two nets can answer, and which glyphs are drawn for which class. Nothing is trained here."""

KATAKANA = list(
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
    "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ"
)
HIRAGANA = [chr(ord(c) - 0x60) for c in KATAKANA]
MARKS = list("ー゛゜・（）．／「」，￥")
CAPITALS = list("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
DIGITS = list("0123456789")

# Not characters: an empty box with dirt in it, and a character that was struck out.
BLANK, CROSSED = "<blank>", "<crossed>"

CLASSES = {
    "digits": DIGITS + ["-", "¥", BLANK, CROSSED],
    "kana": KATAKANA + HIRAGANA + MARKS + CAPITALS + DIGITS + [BLANK, CROSSED],
}

# Small kana share the class of the big one: the size relative to the box tells them apart.
SMALL = dict(zip("ァィゥェォッャュョぁぃぅぇぉっゃゅょ", "アイウエオツヤユヨあいうえおつやゆよ"))

# Other characters that look the same in a box and are drawn for the class, too.
TWINS = {"-": "ー−‐", "ー": "-−", "¥": "￥", "￥": "¥", "，": ",、", "．": "。.", "（": "(", "）": ")", "／": "/"}
