"""Every number the aligner decides by, each with the measured case that set it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AlignThresholds:
    """Scores are 0 to 1. A project overrides them in ``ccdiff.toml``, table ``[align]``.

    The weights say how much a piece of evidence counts, in log-odds: +1 makes a pair about 2.7 times as likely; 0 switches
    the piece off (docs/alignment.md shows what each adds).
    """

    possible_below: float = 0.5  # a pair below it is not stated but offered as a candidate
    candidates_shown: int = 3  # of a place without counterpart

    # Which pairs are looked at
    candidates_each: int = 8  # of each place; the counterpart is among the first 6 on every judged pair
    common_pairs: int = 60  # a term that stands in so many pairs of places makes none of them candidates

    # Text
    formula_weight: float = (
        0.3  # of a standing formula against other terms ("在随后的讨论中" stands in 23, 34, 40, 44 of the 8th report)
    )
    near: float = 0.9  # two texts that share so many character pairs are the same text (8th/9th: 1 and 1, 2 and 3)
    exact_weight: float = 6.0  # the same text
    near_weight: float = 4.0
    text_weight: float = 1.9  # of the logarithm of likeness over what unrelated paragraphs share
    phrase_weight: float = 0.7  # of the logarithm of the phrases that the two share with hardly any other
    contained_weight: float = 2.5  # of how much more of the shorter text is shared than of both
    margin_weight: float = 2.0  # of how far a pair is ahead of the next best of either place

    # Function and place
    role_weight: float = 1.0  # of a shared function, times what its strength is worth
    role_conflict: float = 1.8  # of two strong functions of which none is shared
    section_weight: float = 1.1  # of standing in sections that correspond
    neighbour_weight: float = 1.2  # of having neighbours that correspond
    length_weight: float = 0.5  # of a difference in length, in log
    bias: float = -4.6

    # Splits and mergers
    split_weight: float = 1.0  # 0: every row is one to one
    split_bias: float = -1.6
    apart_penalty: float = 2.4  # of a part that does not stand beside the other parts of its whole

    # Sections
    title_weight: float = 4.0
    title_role_weight: float = 1.6
    content_weight: float = 3.0
    anchor_weight: float = 3.0
    parent_weight: float = 1.2
    section_bias: float = -2.6
    title_same: float = 0.5  # titles at least so alike are the same title in other words or another translation
