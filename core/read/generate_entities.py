#!/usr/bin/env python3
"""Writes core/read/entities.inc: the named characters of HTML ("nbsp").

    python3 core/read/generate_entities.py > core/read/entities.inc

Python's html.entities is the source (https://html.spec.whatwg.org/entities.json). A name ends with ";", or with "," where
HTML reads it without a semicolon as well; its one or two characters follow, and a space.
"""
from html.entities import html5

names = sorted(name[:-1] for name in html5 if name.endswith(";"))
entries = [name + ("," if name in html5 else ";") + html5[name + ";"] for name in names]
print("// Made by generate_entities.py.")
for start in range(0, len(entries), 8):
    line = "".join(entry + " " for entry in entries[start:start + 8])
    shown = "".join("\\" + c if c in '"\\' else c if c == " " or c.isprintable() else {"\t": "\\t", "\n": "\\n"}.get(c) or f"\\u{ord(c):04X}" for c in line)
    print(f'"{shown}"')
