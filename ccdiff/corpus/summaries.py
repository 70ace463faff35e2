"""What changed, for the comment on a pull request: the summaries of several comparisons within a code host's limit."""

from __future__ import annotations

from collections.abc import Sequence

from ccdiff.corpus.library import Library
from ccdiff.corpus.manifest import Corpus

LIMIT = 60_000  # characters; GitHub takes 65,536 in a comment, GitLab more
NAMES = 4_000  # of them, for the names of those that no longer fit
MARK = "<!-- ccdiff -->"  # by which a later run finds the comment to update


def summaries(corpus: Corpus, ids: Sequence[str]) -> str:
    """The summaries of the pairs ``ids`` under one another, as Markdown; those that no longer fit are named."""
    from ccdiff.compare import compare
    from ccdiff.render import render

    library = Library(corpus)
    config = library.config
    parts, left = [MARK], [pair for pair in library.wanted() if pair.id in set(ids)]
    while left:
        pair = left[0]
        reviewed = library.reviewed(pair.old.id, pair.new.id)
        text = render(
            compare(library.reading(pair.old), library.reading(pair.new), config, reviewed), "md", summary=True
        )
        assert isinstance(text, str)
        if parts[1:] and sum(map(len, parts)) + len(text) > LIMIT:
            break
        parts.append(text.strip())
        left.pop(0)
    names = [f"- `reports/{pair.id}.md`" for pair in left]
    while sum(map(len, names)) + len(names) > NAMES:
        names.pop()
    more = [f"- … +{len(left) - len(names)}"] if len(names) < len(left) else []
    return "\n\n".join([*parts, *(["\n".join([*names, *more])] if names or more else [])]) + "\n"
