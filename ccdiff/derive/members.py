"""The patterns of titles are in titled.py."""

from ccdiff.derive.titled import titled

__all__ = ["titled"]
