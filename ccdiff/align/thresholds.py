"""Every number the aligner decides by, each with the measured case that set it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AlignThresholds:
    """Scores are 0 to 1. A project overrides them in ``ccdiff.toml``, table ``[align]``."""
