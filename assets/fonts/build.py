#!/usr/bin/env python3
"""Builds the bundled faces from upstream files (fonttools and brotli needed).

    build.py INTER_DIR PHOSPHOR_TTF NOTO_REGULAR_TTC NOTO_BOLD_TTC OUT_DIR

INTER_DIR holds Inter-Regular.woff2 and Inter-Bold.woff2 (npm package inter-ui, folder web);
PHOSPHOR_TTF is Phosphor.ttf (npm package @phosphor-icons/web); the Noto collections are those of
Debian's fonts-noto-cjk, of which face 2 is Simplified Chinese.
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ICONS = Path(__file__).with_name("icons.tsv")


def save_subset(font, unicodes, path, layout=()):
    options = subset.Options()
    options.layout_features = list(layout)
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    font.flavor = None
    font.save(path)


def with_tabular_figures(font):
    """Maps the figures and what stands among them to their tabular forms: egui has no features."""
    table = font["GSUB"].table
    lookups = [
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    ]
    swaps = {}
    for index in set(lookups):
        for sub in table.LookupList.Lookup[index].SubTable:
            swaps.update(getattr(getattr(sub, "ExtSubTable", sub), "mapping", {}))
    for cmap in font["cmap"].tables:
        for code in [*range(0x30, 0x3A), *map(ord, ".,+:"), 0x2212, 0x2013]:
            glyph = cmap.cmap.get(code)
            if glyph in swaps:
                cmap.cmap[code] = swaps[glyph]


def latin():
    ranges = [(0x20, 0x7E), (0xA0, 0x17F), (0x370, 0x3FF), (0x2000, 0x2027), (0x202F, 0x205F)]
    codes = [code for first, last in ranges for code in range(first, last + 1)]
    codes += [*range(0x2070, 0x209D), *range(0x20A0, 0x20C1), *range(0x2190, 0x219A)]
    return codes + [*map(ord, "−×÷±≈≠≤≥√∑∞∂·✓△▽◇○□●■▲▼◆")]


def gb2312():
    codes = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                codes.add(ord(bytes([row, cell]).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    # CJK punctuation (〇 among it) and full-width forms, whole.
    codes |= {*range(0x3000, 0x3040), *range(0xFF00, 0xFF61), *range(0xFFE0, 0xFFEF)}
    # What the interface's own texts use beyond GB2312.
    return codes | set(map(ord, "—…“”‘’·「」『』～＋－／％＜＞＝￥"))


def rename(font, family):
    """Gives a face its own family name, so that it never stands in for the one it came from."""
    names = {1: family, 4: f"{family} Regular", 6: family.replace(" ", "") + "-Regular"}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


def main(inter, phosphor, noto_regular, noto_bold, out):
    out = Path(out)
    for weight in ("Regular", "Bold"):
        font = TTFont(Path(inter) / f"Inter-{weight}.woff2")
        with_tabular_figures(font)
        save_subset(font, latin(), out / f"Inter-{weight}.ttf", layout=["kern"])
    for path, weight in ((noto_regular, "Regular"), (noto_bold, "Bold")):
        font = TTFont(path, fontNumber=2)
        save_subset(font, gb2312(), out / f"NotoSansSC-{weight}.otf")
    names = [line.split("\t") for line in ICONS.read_text().splitlines() if line]
    icons = TTFont(phosphor)
    rename(icons, "Resonance Icons")
    save_subset(icons, [int(code, 16) for _, code, _ in names], out / "ResonanceIcons.ttf")


if __name__ == "__main__":
    main(*sys.argv[1:])
