"""Which font families are for what. Held-out families are opened only by the benchmark, never for training or thresholds."""

HELD_OUT = {
    "kana": {"yomogi", "zen-kurenaido", "slackside-one", "fonts-kiloji", "fonts-yozvox-yozfont"},
    "digits": {
        "yomogi", "zen-kurenaido", "slackside-one", "fonts-kiloji", "fonts-yozvox-yozfont",
        "fonts-seto", "caveat", "nanum-pen-script", "indie-flower", "reenie-beanie", "fonts-dkg-handwriting",
    },
}

# Left out of training, too, so that thresholds and temperature are not set on glyphs the net has learnt.
CALIBRATION_FAMILIES = {"kana": {"fonts-seto", "rocknroll-one", "mochiy-pop-one"}, "digits": {"kiwi-maru", "patrick-hand"}}

# Print: what filled-in forms carry. The others are handwriting-like.
PRINT_FAMILIES = {"biz-udgothic", "m-plus-1p", "fonts-noto-cjk", "fonts-ipaexfont-gothic", "fonts-dejavu", "zen-maru-gothic",
                  "kaisei-decol", "reggae-one", "fonts-konatu", "fonts-motoya-l-maruberi"}

# The net for single printed signs: faces of the print benchmark are held out, these set its thresholds.
FACES_HELD_OUT = {"hina-mincho", "kosugi", "kosugi-maru", "zen-kaku-gothic-new"}
FACES_CALIBRATION = {"ibm-plex-sans-jp", "biz-udmincho", "biz-udpmincho", "kiwi-maru"}
