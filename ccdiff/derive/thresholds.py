"""Every number the differ decides by, each with the measured case that set it. Names begin with the kind of fact."""

from __future__ import annotations

from ccdiff.model.record import record


@record
class DeriveThresholds:
    """Scores are 0 to 1. A project overrides them in ``ccdiff.toml``, table ``[derive]``."""

    # Topics (derive/topics)
    topic_ratio: float = (
        3.0  # units that treat a matter here, for each that treats it there: 人权 4 to 0; 民事诉讼 9 to 2 recitals
    )
    topic_title: float = (
        0.6  # likeness of two titles of one matter (8th report, V, and 9th, IV: 0.87; 8th, IV, and 9th, IV: 0.2)
    )
    topic_cited: int = 3  # units that cite resolutions which the other report does not, before they are a topic
    topic_single: int = (
        3  # units in which a single word of its own stands before it is a term (8th report: 人权 4, 保密 4)
    )
    topic_most: int = 25  # topics told on one side; the 8th/9th pair was judged to have 26 new and 23 dropped ones

    # Relations (derive/relations/retold): log-odds that a text told otherwise is amended, by logistic regression over 316 judged pairs for which no rule decides,
    # the cases of tests/derive, sentences in other words and editions made by machine; rounded
    relation_bias: float = -3.1
    relation_more: float = 0.56  # for each character of words left over on one side alone: "联合国" before 总部 is 3, a new clause 8 and more
    relation_left: float = 0.27  # ... on either side
    relation_common: float = 4.0  # share of the greater text in common stretches
    relation_stretch: float = -0.7  # for each stretch that differs: another hand changes everything a little
    relation_meant: float = 4.3  # one word for another, and nothing else
    relation_strange: float = 2.5  # no table or dictionary knows the two as one, nor do they share a part: 分发, 收回; by hand, since judged pairs have few
    relation_thing: float = 3.2  # one thing in another's place
    relation_member: float = 1.8  # a member of a list that went or came
    relation_edited: float = 5.0  # a manner that only one of them has, shared among the stretches

    # Figures (derive/figures)
    figure_margin: float = 0.3  # by how much two must beat every other choice (sums of decision.Traits)
    figure_repeat: float = 0.50  # the same number, noun and words said again in one report is one statement

    # Recommendations (derive/recommendations): weights are in nats of rarity, see recommendations/matter.py
    recommendation_linked: float = 0.30  # the same where the aligner has put the two places side by side
    recommendation_other_words: float = 0.65  # likeness above which each word that differs was meant to: water-3, 28(b) 0.79 (allocate, devote), honlap-42, 3(b) 0.51
    recommendation_other_words_latin: float = 0.74  # the same by words: smfp-3, 28(c) 0.68
    recommendation_ask: float = 0.70  # share of one ask's words from which a place treats it: 8th/9th, 47(c) to 19 (双重犯罪) 0.75, 45 to 16 (侦查和起诉) 0.4
    recommendation_ask_least: float = 1.5  # its weight, below which an ask is in common words only (并采取适当措施 0.5)
    recommendation_head: float = (
        0.25  # share where the place has what the ask comes to: 8th/2021, 47(e) to 97 (沟通) 0.29
    )
    recommendation_head_weak: float = 0.30  # the same where that is a common word: CTOC/8th, 3(a) to 14 (区域网络) 0.34, 8th/9th, 47(d) to 27 (信息) 0.2
    recommendation_head_least: float = 1.25  # the weight needed then: more than common words make by themselves (8th/2021, 47(b) to 56, 信息 … 共享, 1.2)
    recommendation_rare: float = 2.3  # weight of a word in few places of either report, which alone tells what is spoken of: itws-12, 28(d) to 10 (vandalism) 2.9
    recommendation_ask_rare: float = (
        0.25  # the share needed where two such words stand: itws-12, 28(a) to 12 (volcanic, landslides) 0.3
    )
    recommendation_handed: float = 0.45  # share of it, or of the sentence that says it was handed on, that both hold
    recommendation_handed_least: float = 0.6  # and that part of what the rarest word weighs: one rare word is enough
    recommendation_ask_latin: float = (
        0.40  # share of an ask with two telling words, where no head is known: inland-7, 26 to 16 0.5, 25(a) to 20 0.24
    )
    # log-odds that a recommendation of the new report makes an old one again, against nothing (recommendations/ranking.py), by regression over 451 judged ones, rounded
    recommendation_again_one: float = -4.2
    recommendation_again_alike: float = 9.4  # likeness of their matters, 0 to 1
    recommendation_again_linked: float = 3.2  # the aligner has put the two side by side
    recommendation_again_odds: float = -4.3  # another is asked
    recommendation_again_most: float = 1.3  # the logarithm of what is shared of one thing that is asked
    # the same that another paragraph takes it up
    recommendation_taken_one: float = -4.1
    recommendation_taken_treats: float = 3.2  # it treats one thing that is asked (recommendations/asks.py)
    recommendation_taken_words: float = 2.2  # share of all words that two of its sentences hold
    recommendation_taken_linked: float = 2.0  # the aligner has put the two side by side; 1 to 3 the same
    recommendation_taken_handed: float = 5.0  # it only says what became of it (recommendations/handed.py)
    recommendation_taken_cited: float = 7.0  # it cites the very place
    recommendation_taken_share: float = (
        4.3  # share of what tells the matter that two of its sentences hold, by characters or words
    )
    recommendation_taken_here: float = 1.5  # by how much that is ahead of all other places
    recommendation_taken_item: float = (
        5.0  # it stands alone under the same heading of an item, in minutes (by hand: dsf-202509, 3 of 3)
    )
    recommendation_taken_absent: float = -4.1  # nothing is said of what its chapter is about
    recommendation_least: float = (
        0.6  # odds of the five best places together from which nothing is called dropped: 8th/9th, 47(h) 0.53
    )
    recommendation_unsure: float = (
        1.8  # nearest place of one said to be dropped, from which a note says that it is close
    )
    recommendation_places: int = 5  # places told at most

    # Terminology (derive/terminology), in characters
    term_title: int = 14  # characters (a Latin word counts as two) of a title that names a matter: cst-15/sds-3, 需经社会采取行动的事项 has 11; court-2018/2019 has slogans of 15 and more
    term_link: float = 0.85  # score of two sections whose titles are two wordings: cmm-16/17, "Safety underground" and "Protection of miners" have 0.88; egfire-2/wpfor-9, "Cooperation in suppression" and "Cross-border assistance" 0.74
    term_heading: float = (
        1.5  # characters without an equal in a heading that is the same: 会议开幕和会期 and 会议开幕 have 2
    )
