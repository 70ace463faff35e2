"""A PDF writer for tests: text at places, rules, pictures, turned pages, a password; no more than that."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Page:
    """Text and rules of one page; places in points from the lower left corner."""

    width: float = 612
    height: float = 792
    turned: int = 0
    parts: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, words: str, size: float = 10, *, bold: bool = False, rise: float = 0) -> Page:
        """One line of text that begins at ``x`` and stands on ``y``."""
        escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        font = "F2" if bold else "F1"
        self.parts.append(f"BT /{font} {size} Tf {rise} Ts {x} {y} Td ({escaped}) Tj ET")
        return self

    def lines(self, x: float, y: float, words: list[str], size: float = 10, leading: float = 12) -> Page:
        """Lines below each other."""
        for k, line in enumerate(words):
            self.text(x, y - k * leading, line, size)
        return self

    def rule(self, left: float, y: float, right: float, thick: float = 0.5) -> Page:
        """A horizontal rule."""
        self.parts.append(f"{left} {y} {right - left} {thick} re f")
        return self

    def box(self, left: float, bottom: float, width: float, height: float) -> Page:
        """A filled box, as the bar of a chart."""
        self.parts.append(f"{left} {bottom} {width} {height} re f")
        return self


class Pdf:
    """Pages, and whether a password is asked for."""

    def __init__(self, *pages: Page, locked: bool = False) -> None:
        self.pages, self.locked = list(pages), locked

    def page(self, **options: float) -> Page:
        """A further page."""
        self.pages.append(Page(**options))  # type: ignore[arg-type]
        return self.pages[-1]

    def bytes(self) -> bytes:
        """The file."""
        count = len(self.pages)
        kids = " ".join(f"{5 + 2 * k} 0 R" for k in range(count))
        fonts = "/Font << /F1 3 0 R /F2 4 0 R >>"
        encoding = "/Encoding /WinAnsiEncoding"
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
            f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica {encoding} >>",
            f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold {encoding} >>",
        ]
        for k, page in enumerate(self.pages):
            stream = "\n".join(page.parts)
            size = f"/MediaBox [0 0 {page.width} {page.height}] /Rotate {page.turned}"
            objects.append(f"<< /Type /Page /Parent 2 0 R {size} /Resources << {fonts} >> /Contents {6 + 2 * k} 0 R >>")
            objects.append(f"<< /Length {len(stream.encode('cp1252', 'replace'))} >>\nstream\n{stream}\nendstream")
        return self._file(objects)

    def _file(self, objects: list[str]) -> bytes:
        out = bytearray(b"%PDF-1.4\n")
        places = []
        for number, body in enumerate(objects, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252", "replace")
        start = len(out)
        out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
        lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<00><00>]"
        out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {lock if self.locked else ''} >>\n".encode()
        return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())

    def save(self, path: Path) -> Path:
        """Writes the file."""
        path.write_bytes(self.bytes())
        return path
