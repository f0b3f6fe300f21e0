#!/usr/bin/env python3
"""Writes core/text/variants.inc: characters that fold() replaces by another one.

    python3 core/text/generate_variants.py [/usr/share/unicode] > core/text/variants.inc

Sources, from Debian's package unicode-data (Unicode Character Database, Unicode licence):
  EquivalentUnifiedIdeograph.txt   CJK Radicals Supplement U+2E80..U+2EFF (NFKC leaves them; it does fold U+2F00..U+2FDF)
  Unihan_Variants.txt.bz2          kSimplifiedVariant: traditional -> simplified
USAGE below adds what these leave out. Only characters of the Basic Multilingual Plane. The result is committed, so that a build needs neither.
"""
import bz2
import re
import sys


def radicals(folder):
    table = {}
    for line in open(f"{folder}/EquivalentUnifiedIdeograph.txt", encoding="utf-8"):
        match = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([0-9A-F]+)", line)
        if not match:
            continue
        first, last = int(match[1], 16), int(match[2] or match[1], 16)
        for radical in range(first, last + 1):
            if 0x2E80 <= radical <= 0x2EFF:
                table[radical] = int(match[3], 16)
    return table


def simplified(folder):
    table = {}
    for line in bz2.open(f"{folder}/Unihan_Variants.txt.bz2", "rt", encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) != 3 or fields[1] != "kSimplifiedVariant":
            continue
        source = int(fields[0][2:], 16)
        targets = [int(t[2:].split("<")[0], 16) for t in fields[2].split()]
        if source in targets:  # also a simplified character in its own right
            targets = [t for t in targets if t != source]
        targets = [t for t in targets if t <= 0xFFFF]
        if targets and source <= 0xFFFF:
            table[source] = targets[0]
    return table


# Traditional texts have both; Unihan calls the first a variant of the second, not its traditional form.
USAGE = {"祕": "秘"}


def resolve(table, target):
    seen = set()
    while target in table and target not in seen:
        seen.add(target)
        target = table[target]
    return target


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode"
    table = simplified(folder)
    table.update(radicals(folder))
    table.update((ord(source), ord(target)) for source, target in USAGE.items())
    pairs = sorted((source, resolve(table, target)) for source, target in table.items())
    pairs = [(s, t) for s, t in pairs if s != t and t <= 0xFFFF]
    print("// Made by generate_variants.py from the Unicode Character Database 15.0 (EquivalentUnifiedIdeograph.txt,")
    print("// Unihan_Variants.txt kSimplifiedVariant; (c) 1991-2022 Unicode, Inc., https://www.unicode.org/terms_of_use.html).")
    print(f"// {len(pairs)} pairs by first character: character, what it folds to.")
    for start in range(0, len(pairs), 24):
        print('u"' + "".join(chr(s) + chr(t) for s, t in pairs[start:start + 24]) + '"')


main()
