"""diff-match-patch's search for the middle of two texts (E. Myers, 1986), with the same result in half the time.

There is no time limit to look after; the ways from the end are noted by where they stand in the old text, so that two ways meet
where one number is not less than another; and the lists are long enough to need no look at their ends.
"""

from __future__ import annotations

from diff_match_patch import diff_match_patch

MERGED = ((-1, 1), (-1, 0), (0, -1), (0, 1), (1, 0))  # two differences that stay as they are


class Engine(diff_match_patch):  # type: ignore[misc]
    """diff-match-patch without a time limit."""

    def __init__(self) -> None:
        super().__init__()
        self.Diff_Timeout = 0

    def diff_cleanupMerge(self, diffs: list[tuple[int, str]]) -> None:
        """Merge edits that are beside one another; one difference, or what goes before what comes, is merged already."""
        if len(diffs) > 2 or (len(diffs) == 2 and (diffs[0][0], diffs[1][0]) not in MERGED):
            super().diff_cleanupMerge(diffs)

    def diff_bisect(self, old: str, new: str, deadline: float) -> list[tuple[int, str]]:
        """The differences of two texts that begin and end otherwise: halved where the shortest ways from both ends meet."""
        middle = None if set(old).isdisjoint(new) else _middle(old, new)
        if middle is None:
            return [(self.DIFF_DELETE, old), (self.DIFF_INSERT, new)]
        return self.diff_bisectSplit(old, new, *middle, deadline)  # type: ignore[no-any-return]


def _middle(old: str, new: str) -> tuple[int, int] | None:
    """So many characters of each text lie before the place; ``None`` where the texts share nothing."""
    size, other = len(old), len(new)
    most = (size + other + 1) // 2
    centre = 2 * most  # the place of diagonal 0 in the lists
    ahead, back = [-1] * (4 * most + 2), [-1] * (4 * most + 2)  # the farthest on each diagonal, from both ends
    ahead[centre + 1] = back[centre + 1] = 0
    left = [size + 1] * (4 * most + 2)  # the farthest from the end, as places of the old text
    odd = (size - other) % 2 != 0
    mirror = 2 * centre + size - other
    last, final = old[::-1], new[::-1]
    low = high = back_low = back_high = 0
    for d in range(most):
        first = centre - d + low
        below = ahead[first - 1]
        for at in range(first, centre + d + 1 - high, 2):
            above = ahead[at + 1]
            x = above if below < above else below + 1
            below = above
            y = x - at + centre
            while x < size and y < other and old[x] == new[y]:
                x += 1
                y += 1
            ahead[at] = x
            if x > size:
                high += 2
            elif y > other:
                low += 2
            elif odd and x >= left[mirror - at]:
                return x, y
        first = centre - d + back_low
        below = back[first - 1]
        for at in range(first, centre + d + 1 - back_high, 2):
            above = back[at + 1]
            x = above if below < above else below + 1
            below = above
            y = x - at + centre
            while x < size and y < other and last[x] == final[y]:
                x += 1
                y += 1
            back[at] = x
            left[at] = size - x
            if x > size:
                back_high += 2
            elif y > other:
                back_low += 2
            elif not odd and ahead[mirror - at] >= size - x:
                return ahead[mirror - at], ahead[mirror - at] - (mirror - at) + centre
    return None
