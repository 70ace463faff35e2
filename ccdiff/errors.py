"""The one exception that reaches a user: what went wrong, where, and what to do about it."""


class CcdiffError(Exception):
    """Could not do it (exit status 2).

    ``what`` says what is wrong; ``where`` names the file, and the line or place in it where known; ``remedy`` says what
    the user can do. ``str()`` gives the one line that the command line prints.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(what)

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}" if self.where else self.what
        line = f"{line}; {self.remedy}" if self.remedy else line
        return " ".join(line.split())
