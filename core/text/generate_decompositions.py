#!/usr/bin/env python3
"""Writes core/text/decompositions.inc: what a character is made of, for those that fold() takes apart.

    python3 core/text/generate_decompositions.py [/usr/share/unicode] > core/text/decompositions.inc

The full compatibility decompositions of NFKC, but for Hangul syllables (a formula), full width ASCII (a shift), and what
fold() drops anyway: white space and combining marks. tests/unit/fold_test.cpp compares every character with ICU.
"""
import sys


def mappings(folder):
    table = {}
    for line in open(f"{folder}/UnicodeData.txt", encoding="ascii"):
        fields = line.split(";")
        if fields[5]:
            table[int(fields[0], 16)] = [int(part, 16) for part in fields[5].split() if not part.startswith("<")]
    return table


def decomposed(table, code):
    if code not in table:
        return [code]
    return [part for step in table[code] for part in decomposed(table, step)]


def is_dropped(code):
    return code == 0x20 or 0x300 <= code <= 0x36F


def is_elsewhere(code):
    return code < 0x80 or code in (0xA0, 0x3000) or 0x2000 <= code <= 0x206F or 0x3001 <= code <= 0x3035 or 0xFF01 <= code <= 0xFF5E


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode"
    table = mappings(folder)
    entries = []
    for code in sorted(table):
        if is_elsewhere(code):
            continue
        parts = [part for part in decomposed(table, code) if not is_dropped(part)]
        entries.append(chr(code) + "".join(map(chr, parts)))
    print("// Made by generate_decompositions.py from the Unicode Character Database 15.0 (UnicodeData.txt;")
    print("// (c) 1991-2022 Unicode, Inc., https://www.unicode.org/terms_of_use.html).")
    print(f"// {len(entries)} characters in order, each with its parts behind it, and a space.")
    for start in range(0, len(entries), 20):
        line = " ".join(entries[start:start + 20]) + " "
        print('"' + "".join(c if c.isprintable() and c not in '"\\' or c == " " else f"\\U{ord(c):08X}" if ord(c) > 0x9F else "\\" + c for c in line) + '"')


main()
