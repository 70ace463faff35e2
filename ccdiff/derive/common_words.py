"""The common words of such reports: what is never the matter of anything by itself."""

from __future__ import annotations

from ccdiff.language import Language, plain

SIBILANTS = ("s", "sh", "ch", "x", "z")


@plain
def kinds(language: Language) -> dict[str, str]:
    """The common words of a language: word -> "edge", "tail", "inner", "weak" or "common". Use ``language.once(kinds)``.

    Names of States are edges: a State alone is no topic (8th report, 31: 瑞士).
    """
    states = {name.lower(): "edge" for row in language.rows("states") for name in row[1:]}
    ordinals = {row[0].lower(): "edge" for table in ("ordinals", "number_words") for row in language.rows(table)}
    rows = [row for row in language.rows("topic_stop") if len(row) > 1]
    verbs = {form: "edge" for row in rows if row[1] == "verb" for form in _forms(row[0])}
    return ordinals | states | verbs | {row[0].lower(): row[1] for row in rows if row[1] != "verb"}


def _forms(verb: str) -> tuple[str, ...]:
    """The forms of an English verb that no ending in the table tells: expand, expands, expanding.

    >>> _forms("carry"), _forms("reduce"), _forms("reach")
    (('carry', 'carries', 'carrying'), ('reduce', 'reduces', 'reducing'), ('reach', 'reaches', 'reaching'))
    """
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb + "ing"
    return verb, verb + ("es" if verb.endswith(SIBILANTS) else "s"), verb.removesuffix("e") + "ing"
