"""Every number the differ decides by, each with the measured case that set it. Names begin with the kind of fact."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeriveThresholds:
    """Scores are 0 to 1. A project overrides them in ``ccdiff.toml``, table ``[derive]``."""

    # Topics (derive/topics)
    topic_ratio: float = 3.0  # units that treat a matter here, for each that treats it there: 人权 4 to 0; 民事诉讼 9 to 2 recitals
    topic_mention: float = 12.0  # the same for a mere word: 国际合作工作组 5 to 1 half (8th report, 13 to 18; 9th, 20) lives on
    topic_echo: float = 0.75  # share of a title's character pairs in one unit of the other report: the same in other words
    topic_cited: int = 3  # units that cite resolutions which the other report does not, before they are a topic
    topic_recited: int = 3  # a word in more units of the other report than this is alive there without a closer look
    topic_repeats: int = 3  # times a word of its own stands in one paragraph before it is a term (9th report, 28: 数字法证 3)
    topic_piece: int = 12  # characters of an inserted piece in which a lightly headed name counts; shorter is another wording
    topic_most: int = 25  # topics told on one side; the 8th/9th pair was judged to have 26 new and 23 dropped ones
    topic_least: float = 0.2  # importance below which a topic is not told

    # Relations (derive/relations): characters of words that say something and have no equal in the other text
    relation_added: float = 6.0  # one addition beyond this is matter, not style: "联合国" before 总部 is 3, a new clause 8 and more
    relation_net: float = 0.10  # all additions together, for each character of the text
    relation_swapped: float = 0.20  # words in another's place, for each character of the text: 8th/9th, 3 to 4 has 0.05

    # Figures (derive/figures): a pair is told when it beats these; a false pair costs more than a missed one
    figure_aligned: float = 0.40  # in paragraphs that correspond: 8th/9th, 20 to 19, "逾 1,000 种" to "近 1,000 项" has 0.75
    figure_apart: float = 0.58  # elsewhere in the other report: 8th/9th, 32 to 32, 300 to 14 requests stays below
    figure_evidence: float = 9.0  # weight of the shared words of two places that do not correspond, in nats
    figure_repeat: float = 0.50  # the same number, noun and words said again in one report is one statement
    figure_margin: float = 0.03  # two partners as near as this and not told apart by place are no partners
