#!/usr/bin/env python3
"""Writes core/read/gb18030.inc: the two-byte characters of GB 18030-2000 that no rule gives (see gb18030.cpp).

    python3 core/read/generate_gb18030.py > core/read/gb18030.inc

Python's own codec is the source; tests/unit/gb18030_test.cpp compares every code with ICU's table.
"""
LOW, HIGH = [*range(0x40, 0x7F), *range(0x80, 0xA1)], range(0xA1, 0xFF)
FIRST_COMPATIBILITY = (0xFD, 0x9C)  # where the ideographs in the order of Unicode end


def characters(rows, cells):
    return [bytes([row, cell]).decode("gb18030") for row in rows for cell in cells]


def literal(text):
    shown = (c if c.isprintable() and c not in '"\\' else f"\\u{ord(c):04X}" if ord(c) > 0x9F else f"\\x{ord(c):02X}" for c in text)
    return 'u"' + "".join(shown) + '"'


def write(name, text):
    lines = [literal(text[at:at + 40]) for at in range(0, len(text), 40)]
    print(f"constexpr std::u16string_view {name} =\n    " + "\n    ".join(lines) + ";")


print("// Made by generate_gb18030.py.")
write("symbols", characters(range(0xA1, 0xAA), HIGH))
write("more_symbols", characters(range(0xA8, 0xAA), LOW))
write("hanzi", characters(range(0xB0, 0xF8), HIGH))
tail = [(row, cell) for row in (0xFD, 0xFE) for cell in LOW if (row, cell) >= FIRST_COMPATIBILITY]
write("compatibility", [bytes(code).decode("gb18030") for code in tail])
