"""Who was there, person by person: the names in a chapter that is nothing but names, or behind a label such as "Present:" or 与会人：.

They stand one a line, between commas, or in the first column of a table. What stands in brackets or behind a dash after a name (an office, a
company), before a colon (Chair: …), and how a person is addressed (Cllr, 先生) is no part of it. Those who sent apologies were not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from ccdiff.derive.attendance.lexicon import Lexicon, lexicon, unbracketed
from ccdiff.language import Language
from ccdiff.model.changes import SetChange
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.alternation import escape
from ccdiff.text.normalise import HAN, fold

FEWEST = 3  # persons that make a list, unless a label says so, and their names are full ones
FULL = re.compile(r"\w\S* \S")
SHARE = 0.8  # of what stands in the chapter may be persons; an empty line or a count may stand between
SURE = 0.5  # of it must be
LONGEST = 40  # characters of a person's name
WORDS = 5  # of it
BETWEEN = re.compile(r"[,，、;；\n]| and | & ")
MARK, LEAD = re.compile("[:：–—]"), 96  # ends a label, which takes so many characters at most
LABEL = re.compile(r"^[^：:]{1,30}[：:]\s*")
BULLET = re.compile(r"^(?:[-*•·]|\(?\d{1,2}[.)、])\s*")
NO_NAME = re.compile(r"\b\d|[。!?！？@/]|\.$")
OFFICE = re.compile(r"\s[-–—]\s.*|\s?[–—].*")  # "Claire Cann (CC) – Chairman"
FOREIGN = rf"{HAN}{{1,8}}(?:[·•]{HAN}{{1,10}})+"
GIVEN = rf"{HAN}{{1,3}}"
MAY = re.compile(
    rf"{HAN}{{2,3}}|[a-z][a-z\d-]+"
)  # among persons one more: of a rare surname, or by what he is called online
CHINESE = re.compile(HAN)
FIRST = 12  # entries of which one at least must be a person
GOES_ON = (",", "、", "，", ";", "；")
Line = tuple[str, str]  # the paragraph, and what stands there


@record
class People:
    """The persons that a report lists, by name in comparable form, and the paragraphs that do."""

    names: dict[str, str]
    places: tuple[str, ...]


@record
class Words:
    """What stands before a list of those who came, how persons are addressed before or behind their names, what ends a list, and Chinese names."""

    label: re.Pattern[str]
    address: re.Pattern[str]
    stop: re.Pattern[str]
    chinese: re.Pattern[str]


def words(language: Language) -> Words:
    """The rows ``label``, ``courtesy``, ``address`` and ``surname`` of the table ``list_openers``. Use ``language.once(words)``."""
    of: dict[str, list[str]] = {}
    for row in language.rows("list_openers"):
        of.setdefault(row[0], []).extend(map(escape, row[1:]))
    address = sorted((*of.get("address", ()), *of.get("courtesy", ())), key=lambda word: (-len(word), word))
    before, behind = ([word for word in address if word.isascii() == latin] or ["(?!)"] for latin in (True, False))
    within, unpointed = r"[^\n:：–—,，。；、", "".join(f"(?<!{word})" for word in before)
    return Words(
        re.compile(
            rf"{within}]{{0,32}}(?<![A-Za-z])(?:{'|'.join(of.get('label', ['(?!)']))})(?![A-Za-z]){within}()（）]{{0,16}}"
            r"(?:[(（][^()（）\n]{0,24}[)）])?\s*[:：–—][\s–—-]*",
            re.IGNORECASE,
        ),
        re.compile(rf"^(?:(?:{'|'.join(before)})\b\.?\s*)+|(?<=[A-Za-z]|{HAN})\s?(?:{'|'.join(behind)})(?!会).*"),
        re.compile(rf"(?<=[a-z)\]][a-z)\]]){unpointed}\.(?=\s|$)|。"),
        re.compile(rf"(?:{'|'.join(of.get('surname', ['(?!)']))}){GIVEN}|{FOREIGN}"),
    )


def find_people(reading: Reading) -> People:
    """The persons that the chapters on attendance list, if they list nothing else, and those behind labels that say who came."""
    known, said = reading.language.once(lexicon), reading.language.once(words)
    names: dict[str, str] = {}
    places: dict[str, None] = {}
    surely = False
    for lines, labelled in _lists(reading, known, said):
        persons = _persons(lines, known, said)
        full = all([FULL.search(name) or (len(persons) > 1 and CHINESE.search(name)) for _, name in persons])
        surely |= labelled and bool(persons) and full
        for at, name in persons:
            names.setdefault(fold(name).lower(), name)
            places[at] = None
    return People(names, tuple(places)) if surely or len(names) >= FEWEST else People({}, ())


def people(old: People, new: People) -> SetChange | None:
    """How the persons changed, where both reports list some; one whose name is printed shorter is whoever it can only be."""
    if not old.names or not new.names:
        return None
    gone, come = ([key for key in one.names if key not in other.names] for one, other in ((old, new), (new, old)))
    words = {
        key: name.lower().replace(".", " ").split() for names in (old.names, new.names) for key, name in names.items()
    }
    alike = [(one, two) for one in gone for two in come if _shorter(words[one], words[two])]
    once = [pair for pair in alike if sum(pair[0] == one or pair[1] == two for one, two in alike) == 1]
    here, there = {one for one, _ in once}, {two for _, two in once}
    return SetChange(
        added=tuple(new.names[key] for key in come if key not in there),
        removed=tuple(old.names[key] for key in gone if key not in here),
        kept=tuple(name for key, name in new.names.items() if key in old.names or key in there),
        old_places=old.places,
        new_places=new.places,
    )


def _shorter(one: list[str], two: list[str]) -> bool:
    """ "M Storey", "Mark Storey"; "V. Takaendesa", "V. Mutiro Takaendesa"."""
    if min(len(one), len(two)) < 2:
        return False
    initial = one[0][0] == two[0][0] and 1 in (len(one[0]), len(two[0]))
    return (initial and one[-1] == two[-1]) or set(one) < set(two) or set(two) < set(one)


def _lists(reading: Reading, known: Lexicon, said: Words) -> Iterator[tuple[Sequence[Line], bool]]:
    """What stands in each chapter on attendance, but for those on who was absent, and (True) behind each label elsewhere."""
    report, homes = reading.report, set[str]()
    for section in report.sections:
        title = fold(section.title or "")
        lines = [(at, line) for at in section.paragraphs for line in report.text(at).split("\n") if line.strip()]
        if section.parent in homes or known.tells_who_came(title) or said.label.fullmatch(f"{title}:"):
            homes.add(section.id)
            if not known.phrases["absent"].search(title):
                yield lines, False
                tables = (table for table in report.tables if table.section == section.id)
                yield [(section.id, row[0]) for table in tables for row in table.rows[1:] if row], False
        else:
            yield from ((found, True) for found in _labelled(lines, known, said))


def _labelled(lines: Sequence[Line], known: Lexicon, said: Words) -> Iterator[list[Line]]:
    """What stands behind a label: on its line, or where that holds nothing else, on the lines that follow and are names."""
    for number, (at, printed) in enumerate(lines):
        line = BULLET.sub("", printed.strip()).replace("**", "") if MARK.search(printed, 0, LEAD) else ""
        label = said.label.match(line)
        if not label or known.phrases["absent"].search(label.group()):
            continue
        rest, after = said.stop.split(line[label.end() :])[0].strip(), lines[number + 1 :]
        found = [(at, rest)] if rest else _following(after, known, said)
        while rest and found[-1][1].endswith(GOES_ON) and len(found) <= len(after):
            found.append(after[len(found) - 1])
        yield found


def _following(lines: Sequence[Line], known: Lexicon, said: Words) -> list[Line]:
    """The lines up to the next label, without what follows the last that is nothing but names."""
    last = 0
    for number, (_, line) in enumerate(lines, 1):
        entries = [sure for _, sure in _entries(line, known, said)]
        if entries and all(entries):
            last = number
        elif LABEL.match(line):
            break
    return list(lines[:last])


def _persons(lines: Sequence[Line], known: Lexicon, said: Words) -> list[Line]:
    """The persons of a list: all that it names, or the first on each line (Jane Ginn, Ice Bank); none where most are surely none."""
    if not any(
        sure for _, sure in islice(chain.from_iterable(_entries(line, known, said) for _, line in lines), FIRST)
    ):
        return []
    entries = [[(at, *entry) for entry in _entries(line, known, said)] for at, line in lines]
    for told in ([one for row in entries for one in row], [row[0] for row in entries if row]):
        persons = [(at, name) for at, name, sure in told if sure or MAY.fullmatch(name)]
        if len(persons) >= SHARE * len(told) and sum(sure for _, _, sure in told) >= SURE * len(told) > 0:
            return persons
    return []


def _entries(line: str, known: Lexicon, said: Words) -> Iterator[tuple[str, bool]]:
    """What a line names, without offices and forms of address, and whether that is a person; nothing of a line on those who were absent."""
    line = BULLET.sub("", line.strip().replace("**", ""))
    label = LABEL.match(line)
    if label and known.phrases["absent"].search(label.group()):
        return
    for entry in BETWEEN.split(unbracketed(line[label.end() if label else 0 :])):
        bare = OFFICE.sub("", entry).strip().rstrip(".")
        if name := said.address.sub("", bare).strip():
            yield (fold(name) if CHINESE.search(name) else name), _person(name, known, said, name != bare)


def _person(name: str, known: Lexicon, said: Words, addressed: bool) -> bool:
    """Whether an entry may be a person: a few words without a figure or the end of a sentence, no State, and no body by its name."""
    if len(name) > LONGEST or len(name.split()) > WORDS or NO_NAME.search(name):
        return False
    if CHINESE.search(name):
        return said.chinese.fullmatch(fold(name)) is not None and (addressed or not known.knows(name))
    if not (name[0].isupper() and name.split()[-1][0].isupper()):
        return False
    return addressed or not (known.ends_well(name) or known.phrases["present"].search(name))
