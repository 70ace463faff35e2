"""Every number the aligner decides by, each with the measured case that set it."""

from __future__ import annotations

from ccdiff.model.record import record


@record
class AlignThresholds:
    """Scores are 0 to 1. A project overrides them in ``ccdiff.toml``, table ``[align]``.

    The weights say how much a piece of evidence counts, in log-odds: +1 makes a pair about 2.7 times as likely; 0 switches
    the piece off (docs/alignment.md shows what each adds).
    """

    possible_below: float = 0.5  # a pair below it is not stated but offered as a candidate
    candidates_shown: int = 3  # of a place without counterpart

    # Which pairs are looked at
    candidates_each: int = 8  # of each place; with 6 judged links are lost, 10 win four and four wrong ones
    candidate_effort: int = 60  # pairs of places looked at for each place when candidates are sought, by the rarest terms first; 40 gives the same links

    # Text. 8th/9th: counterparts share 0.05 (23, 21) to 1.0 (8, 10) of their weight, unrelated paragraphs 0.07 in the median
    # of a formula or a State's name against other terms (8th, 23, 34, 40, 44: "在随后的讨论中")
    formula_weight: float = 0.3
    # of the logarithm of shared senses over what unrelated paragraphs share (road: 头盔, 安全帽)
    sense_weight: float = 0.5
    character_weight: float = 2.4  # of the logarithm of shared Han characters (crvs: 15 and 14, 逾期登记 and 迟报); 2.0 to 2.6 by the judged pairs
    root_weight: float = 0.8  # the same of the beginnings of Latin words (fistula: midwives, midwifery)
    text_weight: float = 1.9  # of the logarithm of likeness over what unrelated paragraphs share
    # of the logarithm of rare shared phrases (2021/2023: 88 and 67, "保护体育免受腐败和犯罪影响")
    phrase_weight: float = 1.0
    contained_weight: float = 2.5  # of how much more of the shorter text is shared than of both (9th/2023: 8 and 9)
    margin_weight: float = 1.3  # of how far a pair is ahead of the next best of either place (8th/9th: 41 and 40)

    # Function and place
    role_weight: float = 0.9  # of a shared function, times what its strength is worth (CTOC/9th: 39 and 6, sittings)
    # of two strong functions of which none is shared (8th/9th: 4 and 42, opening and adoption)
    role_conflict: float = 1.8
    voice_weight: float = 1.2  # of a speech against a report's own words (9th/2021: 41, what speakers said, and 96)
    section_weight: float = 1.1  # of standing in sections that correspond (8th/9th: 41 and 40)
    kinship_weight: float = 1.7  # of how few matters are surely linked (9th/2021: 1 of 26)
    neighbour_weight: float = 1.7  # of having neighbours that correspond (8th/9th: 23 and 21)
    bias: float = -4.0  # what evidence must overcome; from -3.65 to -3.5 at most four of 400 judged links change

    # Splits and mergers
    # by logistic regression over 32,000 places beside and near right links, of which 480 are parts (docs/alignment.md)
    split_weight: float = 1.8  # of the logarithm of what only this part shares with the whole (8th/9th: 9 with 10 into 11); 0: every row is one to one
    split_bias: float = 7.3  # what speaks for a part before anything is counted; at 7.1 four fewer of 179 judged ones are found, at 7.6 more wrong than right (8th/9th: 47(a) is no part of 41)
    apart_penalty: float = 1.9  # of the logarithm of how many places it stands from the nearest other part

    # Sections
    title_weight: float = 4.0  # of the likeness of titles
    title_role_weight: float = 1.6  # of a function that both titles name, by its strength (8th/9th: 引言 and 导言)
    # of the likeness of contents; at 3.0 CTOC 三.D is taken for the panel of the 9th report
    content_weight: float = 2.0
    anchor_weight: float = 3.5  # of the share of paragraphs that are linked (2021/2023: 三.A.5 and 二)
    parent_weight: float = 1.2  # of parents that correspond
    section_bias: float = -2.5  # what that must overcome; from -2.9 to -2.4 no judged section changes
    # titles at least so alike are the same title in other words or another translation (8th 五, 9th 四)
    title_same: float = 0.5
