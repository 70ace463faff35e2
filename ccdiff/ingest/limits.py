"""How large an input may be. A limit exists so that a wrong file is refused at once instead of filling the memory.

A project may set them otherwise: table ``[limits]`` of ``ccdiff.toml``, the names in small letters (docs/limits.md).
"""

LARGEST_FILE = 100_000_000  # bytes; the longest UN report as PDF is some 20 MB
LARGEST_TEXT = 20_000_000  # characters; the five reports of the corpus have 8,000 to 20,000
LARGEST_UNPACKED = 200_000_000  # bytes of a Word file when unpacked; the longest UN reports unpack to some 20 MB
DENSEST = 200  # times smaller packed than unpacked; documents reach about 60, bombs 1,000 and more
DEEPEST = 200  # levels of XML; Word's own nest about 40 deep
MOST_PAGES = 3_000  # pages of a PDF; the longest UN reports have some 1,000
