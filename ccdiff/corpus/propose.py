"""``alignments/``: the files in which a person settles which places of two reports correspond."""

from __future__ import annotations

from ccdiff.corpus.library import Library, alignment_text, reviewed_rows
from ccdiff.corpus.manifest import Entry
from ccdiff.files import write_whole


def refresh(library: Library, old: Entry, new: Entry) -> bool:
    """Write the pair's alignment file anew, keeping every row that a person settled; whether it changed.

    Raises ``CcdiffError`` where the file or a report cannot be read.
    """
    from ccdiff.align import align
    from ccdiff.align.reviewed import refresh as refreshed
    from ccdiff.script import plain

    path = library.corpus.alignment_path(old.id, new.id)
    before = alignment_text(path)
    reviewed = () if before is None else reviewed_rows(before, path)
    readings = plain(library.reading(old)), plain(library.reading(new))
    after = refreshed(before, align(*readings, library.config.align, reviewed), *readings, str(path))
    if after == before:
        return False
    path.parent.mkdir(exist_ok=True)
    write_whole(path, after)
    return True
