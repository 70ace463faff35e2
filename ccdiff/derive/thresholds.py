"""Every number the differ decides by, each with the measured case that set it. Names begin with the kind of fact."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeriveThresholds:
    """Scores are 0 to 1. A project overrides them in ``ccdiff.toml``, table ``[derive]``."""
