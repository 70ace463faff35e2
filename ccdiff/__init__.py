"""ccdiff: what changed between two reports."""

__version__ = "0.1.0"
