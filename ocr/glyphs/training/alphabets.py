"""What the nets can answer, and which glyphs are drawn for which class. Nothing is trained here."""

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

# Kanji that readers of lines take for each other: measured (ocr-calibrate --attractors), and known variants of names.
VARIANTS = """
乗乘桒来桑 争爭 促侃 倒俐側 像儉 剣劍 動勳 厳嚴 参參 塁壘 増增 壊壞 奏枩 奥奧 寛寬 専專
崎﨑嵜碕 巣巢 弾彈 従從 徳德 恒恆 悪惡聽 慣愼 懐懷 戦戰 抜拔 捜搜 暁曉 暦曆 条粂 柳栁桺
格椙 検檢 業榮 様樣 横橫 歩步 歴歷 毒盡 涙淚 温溫 演濵漬濱浜 瀬瀨 焼燒 癖辯 移稻稲 穂穗
線綠 縁緣 繊纖織 萌萠 薫薰 薬藥 衛衞 装裝 覧覽 論謠 豊豐 路蕗 輪翰輸 郎郞 銀鎭鎮 錬鍊
録錄 険險 静靜 頼賴 題顯 高髙 鶏鷄 黄黃 黒黑 千干 土士 未末 辺邊邉 斉斎齊齋 島嶋嶌 吉𠮷
冨富 曽曾 槇槙 亙亘
""".split()

CLASSES = {
    "print": KATAKANA + HIRAGANA + ["ー"] + sorted(set("".join(VARIANTS))),
    "digits": DIGITS + ["-", "¥", BLANK, CROSSED],
    "kana": KATAKANA + HIRAGANA + MARKS + CAPITALS + DIGITS + [BLANK, CROSSED],
}

# Small kana share the class of the big one: the size relative to the box tells them apart.
SMALL = dict(zip("ァィゥェォッャュョぁぃぅぇぉっゃゅょ", "アイウエオツヤユヨあいうえおつやゆよ"))

# Other characters that look the same in a box and are drawn for the class, too.
TWINS = {"-": "ー−‐", "ー": "-−", "¥": "￥", "￥": "¥", "，": ",、", "．": "。.", "（": "(", "）": ")", "／": "/"}
