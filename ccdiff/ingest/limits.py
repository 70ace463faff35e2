"""How large an input may be. A limit exists so that a wrong file is refused at once instead of filling the memory."""

LARGEST_FILE = 100_000_000  # bytes; the longest UN report as PDF is some 20 MB
LARGEST_TEXT = 20_000_000  # characters; the five reports of the corpus have 8,000 to 20,000
